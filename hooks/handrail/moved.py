"""What pages and headings were called before: `old_paths` and `old_anchors` of front matter."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from handrail.finding import Place
from handrail.page import Page

KEPT = "hr-anchor"
"""The class of the empty elements that bear old anchors."""


@dataclass(frozen=True)
class OldAnchor:
    """One anchor that a page had, and the heading that it leads to now."""

    name: str
    """The old anchor."""
    heading: str
    """The anchor that the heading has now."""
    written: str
    """The entry as written."""
    place: Place
    """Where it stands."""


def old_paths(page: Page) -> Iterator[tuple[str, Place]]:
    """(path from the docs folder, where it stands) for each address that a page had."""
    field = page.fields.get("old_paths")
    if field:
        yield from zip(field.values, field.places, strict=True)


def is_old_path(path: str) -> bool:
    """True for what can be the old path of a page."""
    inside = path == posixpath.normpath(path) and not path.startswith(("/", ".."))
    return inside and path.endswith(".md")


def old_anchors(page: Page) -> Iterator[OldAnchor]:
    """The old anchors of a page, in order."""
    field = page.fields.get("old_anchors")
    for value, place in zip(field.values, field.places, strict=True) if field else ():
        name, _, heading = (part.strip().removeprefix("#") for part in value.partition("->"))
        yield OldAnchor(name, heading, value, place)
