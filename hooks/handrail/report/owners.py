"""Who answers for which page, as a code host's CODEOWNERS file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from handrail.page import Page


def as_codeowners(pages: Iterable[Page], owners: Mapping[str, str]) -> str:
    """One line for each page whose owner has a name on the code host.

    `owners` gives that name, or several with spaces between, by role. Pages of other roles stand as
    comments, so that nobody takes the file to be complete.
    """
    known = {role.casefold(): name for role, name in owners.items()}
    lines = ["# Made by handrail owners from the front matter of the pages. Do not edit."]
    for page in pages:
        path = "/" + page.path.replace("\\", "\\\\").replace(" ", "\\ ").replace("#", "\\#")
        name = known.get(page.get("owner").casefold(), "")
        role = page.get("owner") or "nobody"
        lines.append(f"{path} {name}" if name else f"# {path} is owned by {role}")
    return "\n".join(lines) + "\n"


def unnamed(pages: Iterable[Page], owners: Mapping[str, str]) -> list[str]:
    """Roles that own a page and have no name on the code host."""
    known = {role.casefold() for role in owners}
    roles = {page.get("owner") for page in pages if page.get("owner")}
    return sorted(role for role in roles if role.casefold() not in known)
