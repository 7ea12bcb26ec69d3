"""The menu as the settings have it, each line with its place."""

from __future__ import annotations

from dataclasses import dataclass

from handrail.finding import Place


@dataclass(frozen=True)
class MenuLine:
    """One line of the menu that leads somewhere, or a file that the settings name elsewhere."""

    place: Place
    """Where the target stands."""
    written: str
    """The target as written: the path of a page, or an address."""
    title: str = ""
    """The words in the menu; empty where they are the page's own title."""
