"""Some page links to every page.

People follow links from what they are reading; a page that only the menu names is read by those who
look for it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.link import Link

ID = "page-never-linked"
LEVEL = "warning"
ACT = ()

_FIRST = ("index.md", "README.md")
_LISTS = {"all pathways", "pathway map", "time limits", "champions", "law"}
"""Lists that readers look for pages in; those for editors name every page."""


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each page that no other page links to. The first page needs no link, nor does
    what has been superseded. Lists for readers count; lists of who refers to a page do not."""
    showing = [page for page in handbook.pages if "shows" in page.fields]
    lists = {page.uri for page in showing if _LISTS & set(page.fields["shows"].values)}
    linked = {link.uri for link in handbook.links if _counts(link, lists)}
    # A page that moved: its links are broken, and mended they lead to it.
    lost = {posixpath.basename(uri) for uri in linked - handbook.files}
    for page in handbook.pages if len(handbook.pages) > 1 else ():
        known = page.uri in linked or page.uri in _FIRST or posixpath.basename(page.uri) in lost
        if not known and page.get("status") != "superseded":
            yield Fault(
                page.start,
                f'no page links to "{page.title}"',
                "link to it where readers need it, such as from the page of its folder",
            )


def _counts(link: Link, lists: set[str]) -> bool:
    return link.uri != link.page and (not link.made or link.page in lists)
