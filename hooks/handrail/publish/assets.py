"""The site's own looks and scripts under names that change with what they hold, so that browsers
may keep them for good, and its style sheets as one, so that a page waits for one file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Mapping

from handrail.publish.trim import trimmed
from handrail.registers.moved import SCRIPT as MOVED

SHEET = "assets/stylesheets/site.css"
"""What the theme's and our own style sheets become."""
_THEME_SHEETS = re.compile(r"assets/stylesheets/(main|palette)\.[0-9a-f]+\.min\.css")
_THEME_PARTS = re.compile(r"assets/(javascripts/.*|stylesheets/.*\.map)")
_NAMED = re.compile(r"assets/.*\.(css|js)")
_NOTES = re.compile(r"/\*.*?\*/", re.DOTALL)


def theme_sheets(paths: Iterable[str]) -> list[str]:
    """Those of the theme's files that are the style sheets of every page, in their order."""
    return sorted(path for path in paths if _THEME_SHEETS.fullmatch(path))


def theme_sheet(content: bytes, names: Collection[str]) -> bytes:
    """One of them with rules for those names of classes alone; with all where there are none."""
    css = _NOTES.sub("", content.decode())
    return (trimmed(css, names) if names else css).encode()


def unused(paths: Iterable[str]) -> list[str]:
    """Those of the theme's files that no page asks for: its scripts, its own search and maps for
    its makers. Everything that pages need a script for has one of ours."""
    return [path for path in paths if _THEME_PARTS.fullmatch(path)]


def named(ours: Mapping[str, bytes], sheets: Mapping[str, bytes]) -> dict[str, tuple[str, bytes]]:
    """(name on the site, content) of each of our scripts and style sheets, by its own path.

    `sheets` are those that are put together, in order. What pages at old addresses ask for keeps
    its name.
    """
    one = b"\n".join(sheets.values())
    found = {path: content for path, content in ours.items() if _may_be_named(path, sheets)}
    found[SHEET] = one
    return {path: (_name(path, content), content) for path, content in found.items()}


def _may_be_named(path: str, sheets: Collection[str]) -> bool:
    return bool(_NAMED.fullmatch(path)) and path not in sheets and path != MOVED


def _name(path: str, content: bytes) -> str:
    stem, dot, kind = path.rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:8]}{dot}{kind}"
