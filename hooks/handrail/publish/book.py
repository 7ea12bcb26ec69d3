"""The printed protocol: every page of the menu in one accessible PDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handrail.dates import in_words
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.printing import Printing
from handrail.publish.blocks import set_page
from handrail.publish.completeness import Part, check_complete
from handrail.publish.paper.chapters import Chapter, read_menu, set_chapters
from handrail.publish.paper.front import (
    REGISTER,
    set_control,
    set_cover,
    set_facts,
    set_keywords,
    set_register,
)
from handrail.publish.paper.hyphens import hyphenated
from handrail.publish.paper.index import set_index
from handrail.publish.paper.labels import bind_links, bind_notes, label_places
from handrail.publish.paper.links import Links
from handrail.publish.paper.nodes import Node, walk
from handrail.publish.paper.source import Source, cannot_print
from handrail.publish.paper.trace import Job, explain, parts_of
from handrail.publish.press import Press
from handrail.publish.typeset import CannotPrint, CannotSet

_HEAD, _FOOT = 14.5, 14.5
"""Millimetres at the top and bottom of each page that hold running heads and page numbers."""


@dataclass(frozen=True)
class Book:
    """The protocol, ready to be set or converted."""

    chapters: list[Chapter]
    """Every page of the menu with its blocks."""
    data: dict[str, Any]
    """What stands around the chapters, and how all is to look."""
    parts: list[Part]
    """What must be on paper."""


def set_book(handbook: Handbook, press: Press, first: int = 1) -> Book:
    """The protocol in the order of the menu, as `handbook.rendered` has it; the first chapter has
    the number `first`. Raises `CannotPrint` with the writer's file and line where a page has no
    place in print."""
    chapters = read_menu(handbook)
    labels = {c.page.uri: c.page.uri for c in chapters if c.page}
    links = Links(labels, handbook.url, handbook.folders)
    chapters = set_chapters(
        chapters, lambda page: set_page(_source(page, handbook, links, press.docs)), set_facts
    )
    printing = handbook.settings.printing
    pages = [chapter.page for chapter in chapters if chapter.page]
    register = set_register(pages, printing.large_print)
    control = set_control(handbook)
    _bind(chapters, control, register)
    front = {**set_cover(handbook), "control": control, "first": first}
    index = set_index(chapters, handbook) if "index" in printing.parts else []
    back = {"register": register, "index": index}
    data = {**front, **back, **_edges(handbook), **_choices(printing, press.docs)}
    documents = [handbook.rendered[page.uri] for page in pages]
    return Book(chapters, data, [(document, document.root) for document in documents])


def print_book(handbook: Handbook, press: Press, first: int = 1) -> bytes:
    """The whole protocol as a tagged PDF/UA-1 document.

    The first chapter has the number `first`. Raises `CannotPrint` with the writer's file and line
    where a page cannot be set or a word would be lost.
    """
    book = set_book(handbook, press, first)
    printed = list(_printed(book.chapters, handbook))
    whole = {**book.data, "chapters": printed}
    today = handbook.settings.today

    def make() -> bytes:
        try:
            pdf = press.typeset("book.typ", whole, today)
        except CannotSet as refusal:
            job = Job(press.templates / "book.typ", book.data, press.docs, today)
            raise explain(refusal, parts_of(book.chapters), job) from None
        check_complete(pdf, book.parts, _marks(book.chapters, handbook, first), _HEAD, _FOOT)
        return pdf

    return press.once("book.typ", whole, today, book.parts, make)


def _printed(chapters: list[Chapter], handbook: Handbook) -> Iterator[dict[str, Any]]:
    """The chapters as they are set. In what parents read, and in large print, words stay whole; a
    chapter stands below a heading that has no page of its own."""
    printing, top, below = handbook.settings.printing, "", False
    breaks = printing.hyphenation and not printing.large_print
    for chapter in chapters:
        top = top if chapter.depth else chapter.title
        is_broken = breaks and handbook.settings.audience == "staff" and top != printing.booklet
        blocks = hyphenated(chapter.blocks) if is_broken else chapter.blocks
        yield {"opens": chapter.opens and not below, "blocks": blocks}
        below = chapter.page is None


def _choices(printing: Printing, docs: Path) -> dict[str, object]:
    """What the publisher chose. Raises `CannotPrint` for a logo that is not there."""
    for logo in printing.logos:
        if not (docs / logo.file).is_file():
            reason = f'there is no picture "{logo.file}" in the docs folder'
            raise CannotPrint(f"mkdocs.yml: extra: handrail: print: logos: {reason}")
    logos = [{"path": f"/{logo.file}", "alt": logo.alt} for logo in printing.logos]
    return {"look": printing.look, "parts": printing.parts, "logos": logos}


def _marks(chapters: list[Chapter], handbook: Handbook, first: int) -> tuple[str, str]:
    """The bookmarks between which stands what the writers wrote."""
    headings = (
        (node for node in walk(list(chapters[0].blocks)) if "plain" in node) if chapters else ()
    )
    number = f"{first} " if handbook.settings.printing.numbering else ""
    return next((number + heading["plain"] for heading in headings), ""), REGISTER


def _source(page: Page, handbook: Handbook, links: Links, docs: Path) -> Source:
    if page.uri not in handbook.rendered:
        raise cannot_print(page.start, "the page is in the menu, but the site does not hold it")
    return Source(handbook.rendered[page.uri], page.uri, links, docs, handbook.settings.printing)


def _bind(chapters: list[Chapter], control: list[Node], register: list[Node]) -> None:
    taken: set[str] = set()
    for chapter in chapters:
        uri = chapter.page.uri if chapter.page else ""
        label_places(chapter.blocks, uri, taken)
        bind_notes(chapter.blocks, uri)
    for chapter in chapters:
        bind_links(chapter.blocks, chapter.page.uri if chapter.page else "", taken)
    bind_links(tuple(control), "", taken)
    bind_links(tuple(register), "", taken, far=False)


def _edges(handbook: Handbook) -> dict[str, object]:
    """What stands in the margins and in the file's properties."""
    settings = handbook.settings
    printed = f"Printed {in_words(settings.today)}"
    # The foot of a small page has no room for who publishes it, which stands on the cover.
    publisher = "" if settings.printing.paper == "a5" else settings.organisation
    foot = " \u00b7 ".join(filter(None, (publisher, settings.edition, printed)))
    return {"foot": foot, "keywords": set_keywords(handbook)}
