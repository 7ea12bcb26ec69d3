"""Every PDF of a build: the protocol as one book, a sheet for each pathway, and other forms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from handrail.handbook import Entry, Handbook
from handrail.page import Page
from handrail.publish.book import print_book
from handrail.publish.forms import (
    BOOKLET,
    EPUB,
    LARGE,
    PACK,
    WORD,
    chapter_uri,
    form_uris,
    pathway_uri,
    print_forms,
)
from handrail.publish.press import Press
from handrail.publish.sheets import print_sheet

BOOK = "pdf/protocol.pdf"
"""Where the book stands in the site."""


def print_all(
    handbook: Handbook, site: Path, press: Press, told: Callable[[], None] = lambda: None
) -> dict[str, int]:
    """Write all PDFs into `site`; returns the bytes of each by its path there, the book's last.

    `told` is called after each, in the order of `print_uris`. Raises `CannotPrint`.
    """
    written = {}
    for uri, content in _prints(handbook, press):
        path = site / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        written[uri] = len(content)
        told()
    press.tidy()
    return written


def print_uris(handbook: Handbook) -> Iterator[str]:
    """Where every PDF would stand in the site. Before pages are rendered every pathway counts."""
    pathways = [page for page in handbook.pages if page.type == "pathway"]
    if handbook.rendered:
        pathways = [page for page in pathways if has_sheet(handbook, page)]
    yield from map(sheet_uri, pathways)
    yield from form_uris(handbook, pathways)
    yield BOOK


def sheet_uri(page: Page) -> str:
    """Where a pathway's sheet stands in the site: `pdf/pathways/crisis.pdf`."""
    return f"pdf/{page.uri.removesuffix('.md')}.pdf"


def prints_of(handbook: Handbook, page: Page) -> Iterator[tuple[str, str]]:
    """What each file that may hold a page is, and where it would stand in the site."""
    yield "This pathway as a sheet to print", sheet_uri(page)
    yield "This pathway as a poster", pathway_uri("posters", page)
    yield "This pathway as a card for the wallet", pathway_uri("cards", page)
    for number, entry in enumerate(handbook.menu, start=1):
        below = list(_pages_below(entry, handbook))
        if page not in below:
            continue
        if any(other.type == "pathway" for other in below):
            yield "All pathway sheets in one document", PACK
        if entry.title == handbook.settings.printing.booklet:
            yield "These pages as a booklet", BOOKLET
        yield f"The chapter {entry.title}".strip(), chapter_uri(number, entry)
    yield "The whole protocol", BOOK
    yield "The whole protocol in large print", LARGE
    yield "The whole protocol for Word", WORD
    yield "The whole protocol for phones and e-readers", EPUB


def _pages_below(entry: Entry, handbook: Handbook) -> Iterator[Page]:
    """The pages under one line of the menu, its own first."""
    if entry.uri in handbook.page:
        yield handbook.page[entry.uri]
    for line in entry.entries:
        yield from _pages_below(line, handbook)


def has_sheet(handbook: Handbook, page: Page) -> bool:
    """True for a pathway with a drawn diagram: one that is left to the browser has no sheet."""
    document = handbook.rendered.get(page.uri)
    return (
        page.type == "pathway"
        and document is not None
        and any(svg.has_class("pathway-drawing") for svg in document.elements("svg"))
    )


def _prints(handbook: Handbook, press: Press) -> Iterator[tuple[str, bytes]]:
    # Sheets first: once the engine has set the book, each of them would take twice as long.
    pathways = [page for page in handbook.pages if has_sheet(handbook, page)]
    for page in pathways:
        yield sheet_uri(page), print_sheet(handbook, page, press)
    yield from print_forms(handbook, pathways, press)
    yield BOOK, print_book(handbook, press)
