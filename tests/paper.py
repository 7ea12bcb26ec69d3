"""Prints small protocols in tests, and reads what came out."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import c_uint, create_string_buffer
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as raw
from protocol import FRONT_MATTER, ROOT, handbook

from handrail.handbook import Entry
from handrail.publish.book import print_book
from handrail.publish.paper.extract import read_pages
from handrail.publish.press import Press
from handrail.publish.sheets import print_sheet

TEMPLATES = ROOT / "overrides/print"
PRESS = Press(TEMPLATES, ROOT / "docs")
PATHWAY = FRONT_MATTER.replace("section", "pathway").replace("A page", "First contact")
AGENCY = FRONT_MATTER.replace("section", "agency").replace("A page", "Adult social care")


def page(text: str, front: str = FRONT_MATTER) -> str:
    """A page with front matter above the given Markdown."""
    return f"{front}\n{text}"


def book(files: dict[str, str], docs: Path = ROOT / "docs", menu: tuple = (), **fields) -> bytes:
    """The printed book of the given files, in the order given unless there is a menu."""
    entries = menu or tuple(Entry("", uri) for uri in files)
    return print_book(handbook(files, menu=entries, **fields), Press(TEMPLATES, docs))


def book_of(text: str, docs: Path = ROOT / "docs") -> bytes:
    """The printed book of one page with the given Markdown."""
    return book({"index.md": page(text)}, docs)


def sheet(files: dict[str, str], uri: str, **fields) -> bytes:
    """The printed sheet of one page of the given files."""
    protocol = handbook(files, **fields)
    return print_sheet(protocol, protocol.page[uri], PRESS)


def text_of(pdf: bytes) -> str:
    """All words of a PDF, with one space between."""
    return " ".join(" ".join(read_pages(pdf)).split())


def pages_of(pdf: bytes) -> list[str]:
    """The words of each page, with one space between."""
    return [" ".join(text.split()) for text in read_pages(pdf)]


def colours_of(pdf: bytes, number: int) -> dict[str, tuple[int, int, int]]:
    """The colour of each piece of text on a page."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[number - 1]
    words = page.get_textpage()
    found = {}
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        parts = [c_uint() for _ in range(4)]
        raw.FPDFPageObj_GetFillColor(item, *parts)
        text = words.get_text_bounded(*item.get_bounds()).strip()
        found[text] = tuple(part.value for part in parts[:3])
    return found


def fonts_of(pdf: bytes, number: int) -> dict[str, str]:
    """The name of the font of each piece of text on a page."""
    page = pypdfium2.PdfDocument(pdf)[number - 1]
    words = page.get_textpage()
    found = {}
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        name = create_string_buffer(100)
        raw.FPDFFont_GetBaseFontName(raw.FPDFTextObj_GetFont(item), name, 100)
        found[words.get_text_bounded(*item.get_bounds()).strip()] = name.value.decode()
    return found


def places_of(pdf: bytes, number: int) -> dict[str, tuple[float, float, float, float]]:
    """Left, bottom, right and top in points of each run of words on a page."""
    words = pypdfium2.PdfDocument(pdf)[number - 1].get_textpage()
    boxes = [words.get_rect(place) for place in range(words.count_rects())]
    return {words.get_text_bounded(*box).strip(): box for box in boxes}


def pictures_of(pdf: bytes) -> list[tuple[float, float, float, float]]:
    """Left, bottom, right and top of every image, in points from its page's lower left corner."""
    document = pypdfium2.PdfDocument(pdf)
    kind = [raw.FPDF_PAGEOBJ_IMAGE]
    return [item.get_bounds() for page in document for item in page.get_objects(filter=kind)]


def marks_of(pdf: bytes) -> list[tuple[int, str]]:
    """Depth and title of every bookmark."""

    def walk(items, depth) -> Iterator[tuple[int, str]]:
        for item in items:
            yield depth, item.title
            yield from walk(item.children, depth + 1)

    with pikepdf.open(BytesIO(pdf)) as document, document.open_outline() as outline:
        return list(walk(outline.root, 1))


def tags_of(pdf: bytes) -> list[str]:
    """The tag of every element, in reading order: `H1`, `P`, `L`, `TH` and so on."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return [str(element.S)[1:] for element in _elements(document.Root.StructTreeRoot)]


def attributes_of(pdf: bytes, tag: str, name: str) -> list[str]:
    """One attribute of every element with a tag, such as the `/Alt` of each `Figure`."""
    with pikepdf.open(BytesIO(pdf)) as document:
        found = [e for e in _elements(document.Root.StructTreeRoot) if str(e.S) == f"/{tag}"]
        return [str(element[name]) for element in found if name in element]


def links_of(pdf: bytes) -> list[str]:
    """Where the links of a PDF lead: addresses, and `page N` for places in it."""
    with pikepdf.open(BytesIO(pdf)) as document:
        numbers = {item.objgen: number for number, item in enumerate(document.pages, start=1)}
        return [
            _target(note, numbers)
            for item in document.pages
            for note in item.get("/Annots", ())
            if note.Subtype == "/Link"
        ]


def _target(note, numbers: dict) -> str:
    action = note.get("/A")
    if action is not None and "/URI" in action:
        return str(action.URI)
    place = note.get("/Dest") if action is None else action.D
    if isinstance(place, pikepdf.Array):
        return f"page {numbers[place[0].objgen]}"
    return f"name {place}"


def _elements(node) -> Iterator[pikepdf.Dictionary]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _elements(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node and node.get("/Type") != "/MCR":
            yield node
        yield from _elements(node.get("/K", pikepdf.Array()))
