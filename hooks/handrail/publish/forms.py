"""What is printed beside the book and the sheets, where the settings ask for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from handrail.handbook import Entry, Handbook
from handrail.page import Page
from handrail.publish.book import print_book
from handrail.publish.convert import print_epub, print_word
from handrail.publish.press import Press
from handrail.publish.sheets import print_card, print_pack, print_poster
from handrail.publish.typeset import CannotPrint
from handrail.publish.uris import BOOKLET, EPUB, LARGE, PACK, WORD, chapter_uri, pathway_uri

Printed = Iterator[tuple[str, bytes]]
"""Paths in the site, with what is to stand there."""


def print_forms(handbook: Handbook, pathways: list[Page], press: Press) -> Printed:
    """Every form that the settings ask for. Raises `CannotPrint`.

    `pathways` are the pages that have a sheet.
    """
    for form in handbook.settings.printing.forms:
        yield from _MAKERS[form](handbook, pathways, press)


def _large(handbook: Handbook, _: list[Page], press: Press) -> Printed:
    book = _with(handbook, large_print=True)
    yield LARGE, print_book(book, press)


def _chapters(handbook: Handbook, _: list[Page], press: Press) -> Printed:
    """One document for each top line of the menu, with the number that it has in the book."""
    parts = tuple(part for part in handbook.settings.printing.parts if part != "index")
    for number, entry in enumerate(handbook.menu, start=1):
        chapter = _with(_only(handbook, entry), parts=parts)
        yield chapter_uri(number, entry), print_book(chapter, press, number)


def _booklet(handbook: Handbook, _: list[Page], press: Press) -> Printed:
    """A small book of what stands under one line of the menu. Where the menu has no such line the
    publisher is told."""
    wanted = handbook.settings.printing.booklet
    found = [entry for entry in handbook.menu if entry.title == wanted]
    if not found:
        raise CannotPrint(
            f'mkdocs.yml: extra: handrail: print: booklet: the menu has no line "{wanted}" at its '
            "top; name one that it has"
        )
    small = _with(
        _only(handbook, found[0]), paper="a5", parts=("cover", "contents"), numbering=False
    )
    yield BOOKLET, print_book(small, press)


def _posters(handbook: Handbook, pathways: list[Page], press: Press) -> Printed:
    for page in pathways:
        yield pathway_uri("posters", page), print_poster(handbook, page, press)


def _cards(handbook: Handbook, pathways: list[Page], press: Press) -> Printed:
    for page in pathways:
        yield pathway_uri("cards", page), print_card(handbook, page, press)


def _pack(handbook: Handbook, pathways: list[Page], press: Press) -> Printed:
    if pathways:
        pack = print_pack(handbook, pathways, press)
        yield PACK, pack


def _word(handbook: Handbook, _: list[Page], press: Press) -> Printed:
    yield WORD, print_word(handbook, press)


def _epub(handbook: Handbook, _: list[Page], press: Press) -> Printed:
    yield EPUB, print_epub(handbook, press)


_MAKERS: dict[str, Callable[[Handbook, list[Page], Press], Printed]] = {
    "large-print": _large,
    "chapters": _chapters,
    "posters": _posters,
    "cards": _cards,
    "pack": _pack,
    "booklet": _booklet,
    "word": _word,
    "epub": _epub,
}


def _with(handbook: Handbook, **choices) -> Handbook:
    """The same protocol, printed another way."""
    printing = replace(handbook.settings.printing, **choices)
    return replace(handbook, settings=replace(handbook.settings, printing=printing))


def _only(handbook: Handbook, entry: Entry) -> Handbook:
    """The part of the protocol that stands under one line of the menu."""
    return replace(handbook, menu=(entry,), title=f"{entry.title}: {handbook.title}")
