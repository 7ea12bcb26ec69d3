"""The menu: its lines as the settings have them, and its entries as readers see them."""

from __future__ import annotations

from dataclasses import dataclass

from handrail.finding import Place


@dataclass(frozen=True)
class Entry:
    """One line of the menu: a page, or a heading with entries below it."""

    title: str
    """The words in the menu."""
    uri: str = ""
    """The page, from the docs folder; empty for a heading."""
    entries: tuple[Entry, ...] = ()
    """What stands below a heading."""


@dataclass(frozen=True)
class MenuLine:
    """One line of the menu that leads somewhere, or a file that the settings name elsewhere."""

    place: Place
    """Where the target stands."""
    written: str
    """The target as written: the path of a page, or an address."""
    title: str = ""
    """The words in the menu; empty where they are the page's own title."""
