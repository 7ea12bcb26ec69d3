"""Reads a PDF as a screen reader does: the elements in their order, each with its words."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium


@dataclass
class Element:
    """One element of the structure tree."""

    tag: str
    """`H1`, `P`, `TH` and so on."""
    words: str = ""
    """Its own words, without those of elements inside it."""
    scope: str = ""
    """Of a header cell: `Column` or `Row`."""
    alt: str = ""
    """The words that stand for it."""
    inside: list[Element] = field(default_factory=list)
    """The elements in it."""

    def walk(self) -> Iterator[Element]:
        """The element and all in it, in reading order."""
        yield self
        for element in self.inside:
            yield from element.walk()

    def find(self, *tags: str) -> list[Element]:
        """All elements with one of the tags, in reading order."""
        return [element for element in self.walk() if element.tag in tags]

    @property
    def text(self) -> str:
        """All words in it, with one space between."""
        return " ".join(" ".join(element.words for element in self.walk()).split())


def structure_of(pdf: bytes) -> Element:
    """The structure tree."""
    said = list(_marked(pdf))
    with pikepdf.open(BytesIO(pdf)) as document:
        pages = {page.objgen: said[number] for number, page in enumerate(document.pages)}
        root = Element("Root")
        _read(document.Root.StructTreeRoot.K, root, {}, pages)
        return root


def languages_of(pdf: bytes) -> list[tuple[str, str]]:
    """(code, words) of everything in another language than the document's."""
    with pikepdf.open(BytesIO(pdf)) as document:
        usual = str(document.Root.Lang)
        return [
            (str(said[1].Lang), words[int(said[1].MCID)].strip())
            for page, words in zip(document.pages, _marked(pdf), strict=True)
            for said, operator in pikepdf.parse_content_stream(page, "BDC")
            if "/Lang" in said[1] and str(said[1].Lang) != usual
        ]


def _read(node, holder: Element, here: dict[int, str], pages: dict) -> None:
    if isinstance(node, pikepdf.Array):
        for child in node:
            _read(child, holder, here, pages)
    elif isinstance(node, int):
        holder.words += here.get(node, "")
    elif "/S" in node:
        here = pages.get(node.Pg.objgen, here) if "/Pg" in node else here
        alt = str(node.get("/Alt", ""))
        element = Element(str(node.S)[1:], alt=alt, scope=_scope(node))
        holder.inside.append(element)
        _read(node.get("/K", pikepdf.Array()), element, here, pages)
    elif "/MCID" in node:
        here = pages.get(node.Pg.objgen, here) if "/Pg" in node else here
        holder.words += here.get(int(node.MCID), "")


def _scope(node) -> str:
    attributes = node.get("/A", pikepdf.Array())
    attributes = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
    return "".join(str(item.get("/Scope", ""))[1:] for item in attributes)


def _marked(pdf: bytes) -> Iterator[dict[int, str]]:
    """The words of each page by the number that the structure tree calls them by. What has no
    number is decoration, for a screen reader."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        words: dict[int, str] = defaultdict(str)
        text = page.get_textpage()
        for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=1):
            size = pdfium.FPDFTextObj_GetText(item, text, None, 0)
            buffer = ctypes.create_string_buffer(size)
            pdfium.FPDFTextObj_GetText(
                item, text, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size
            )
            words[pdfium.FPDFPageObj_GetMarkedContentID(item)] += buffer.raw[:size].decode(
                "utf-16-le", "replace"
            ).strip("\0")
        text.close()
        page.close()
        yield words
    document.close()
