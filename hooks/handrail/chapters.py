"""The numbers of chapters: those of the printed protocol, which the order of the menu makes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handrail.handbook import Entry, Handbook


@dataclass(frozen=True)
class Chapter:
    """One chapter of the printed protocol."""

    number: str
    """Its number, such as `4.2`."""
    title: str
    """The words in the menu."""
    uri: str
    """Its page, from the docs folder; empty for a heading of the menu without one."""


def read_chapters(handbook: Handbook) -> dict[str, Chapter]:
    """The chapters by number, in reading order."""
    return {chapter.number: chapter for chapter in _chapters(handbook.menu, "", handbook)}


def number_of(handbook: Handbook) -> dict[str, str]:
    """The number of each chapter by its page, from the docs folder."""
    return {c.uri: c.number for c in read_chapters(handbook).values() if c.uri}


def _chapters(entries: tuple[Entry, ...], above: str, handbook: Handbook) -> Iterator[Chapter]:
    count = 0
    for entry in entries:
        uri, below = _merged(entry, handbook)
        if uri or below:
            count += 1
            title = entry.title or (handbook.page[uri].title if uri else "")
            yield Chapter(f"{above}{count}", title, uri)
            yield from _chapters(below, f"{above}{count}.", handbook)


def _merged(entry: Entry, handbook: Handbook) -> tuple[str, tuple[Entry, ...]]:
    """A heading and the page that introduces it are one chapter, as they are in the site."""
    if entry.uri in handbook.page or not entry.entries:
        return (entry.uri if entry.uri in handbook.page else ""), entry.entries
    first, *rest = entry.entries
    page = handbook.page.get(first.uri)
    if page is not None and page.is_index and not first.entries:
        return page.uri, tuple(rest)
    return "", entry.entries
