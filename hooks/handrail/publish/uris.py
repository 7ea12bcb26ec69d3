"""Where every PDF, and every other form of the protocol, stands in the site."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.handbook import Entry, Handbook
from handrail.page import Page
from handrail.report.published import FORMS as FOLDER

BOOK = "pdf/protocol.pdf"
"""Where the book stands."""
LARGE = f"{FOLDER}/large-print.pdf"
"""Where the book in large print stands."""
PACK = f"{FOLDER}/pathway-sheets.pdf"
"""Where all sheets in one document stand."""
BOOKLET = f"{FOLDER}/booklet.pdf"
"""Where the small book of one line of the menu stands."""
WORD, EPUB = f"{FOLDER}/protocol.docx", f"{FOLDER}/protocol.epub"
"""Where the protocol for Word and for phones stands."""


def print_uris(handbook: Handbook) -> Iterator[str]:
    """Where every PDF would stand in the site. Before pages are rendered every pathway counts."""
    pathways = [page for page in handbook.pages if page.type == "pathway"]
    if handbook.rendered:
        pathways = [page for page in pathways if has_sheet(handbook, page)]
    yield from map(sheet_uri, pathways)
    yield from _form_uris(handbook, pathways)
    yield BOOK


def sheet_uri(page: Page) -> str:
    """Where a pathway's sheet stands in the site: `pdf/pathways/crisis.pdf`."""
    return f"pdf/{page.uri.removesuffix('.md')}.pdf"


def pathway_uri(folder: str, page: Page) -> str:
    """Where a pathway's `posters` or `cards` stand in the site."""
    return f"{FOLDER}/{folder}/{page.uri.removesuffix('.md')}.pdf"


def chapter_uri(number: int, entry: Entry) -> str:
    """Where the chapter that a top line of the menu makes stands in the site."""
    return f"{FOLDER}/chapters/{number:02}-{_file_name(entry.title)}.pdf"


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


def has_sheet(handbook: Handbook, page: Page) -> bool:
    """True for a pathway with a drawn diagram: one that is left to the browser has no sheet."""
    document = handbook.rendered.get(page.uri)
    return (
        page.type == "pathway"
        and document is not None
        and any(svg.has_class("pathway-drawing") for svg in document.elements("svg"))
    )


def _form_uris(handbook: Handbook, pathways: list[Page]) -> Iterator[str]:
    """Where every form that the settings ask for would stand in the site."""
    forms = handbook.settings.printing.forms
    single = {"large-print": LARGE, "pack": PACK, "booklet": BOOKLET, "word": WORD, "epub": EPUB}
    yield from (single[form] for form in forms if form in single)
    for folder in ("posters", "cards"):
        yield from (pathway_uri(folder, page) for page in pathways if folder in forms)
    chapters = handbook.menu if "chapters" in forms else ()
    yield from (chapter_uri(number, entry) for number, entry in enumerate(chapters, start=1))


def _pages_below(entry: Entry, handbook: Handbook) -> Iterator[Page]:
    """The pages under one line of the menu, its own first."""
    if entry.uri in handbook.page:
        yield handbook.page[entry.uri]
    for line in entry.entries:
        yield from _pages_below(line, handbook)


def _file_name(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-") or "chapter"
