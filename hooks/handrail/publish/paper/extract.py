"""The one door to the PDF reader, PDFium: the words that are really on the pages."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

MM = 72 / 25.4
"""Points in a millimetre."""
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u200c-\u200f\u202a-\u202e\ufb1d-\ufdff\ufe70-\ufefc]+")
"""Letters of the scripts that are written from right to left."""
_ROOM = 256
"""Bytes that what stands for a few letters takes at most."""


def read_pages(pdf: bytes, head: float = 0.0, foot: float = 0.0) -> Iterator[str]:
    """The text of each page, as far as it lies on the paper.

    `head` and `foot` are millimetres at the top and bottom that are left out, because what stands
    there is not the writers'. Words that are written from right to left stand at the end.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            width, height = page.get_size()
            text = page.get_textpage()
            area = (0, foot * MM, width, height - head * MM)
            said = text.get_text_bounded(*area)
            if RIGHT_TO_LEFT.search(said):
                said = "\n".join([RIGHT_TO_LEFT.sub(" ", said), *_from_right(page, text, area)])
            yield said
            text.close()
            page.close()
    finally:
        document.close()


def _from_right(
    page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, area: tuple[float, float, float, float]
) -> Iterator[str]:
    """The words from right to left in an area of a page, each with its letters in any order.

    The reader of a whole page loses letters whose font has one sign for them in several places,
    and the order of letters with points. Here each piece is asked for what it stands for.
    """
    said, last, before = "", 0, (0.0, 0.0, 0.0, 0.0)
    for piece in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=1):
        bounds = piece.get_bounds()
        if _is_inside(bounds, area):
            mark, letters = _spelt(piece, text)
            said += " " if _is_apart(before, bounds, _size(piece)) else ""
            said += "" if mark and mark == last else letters.strip() or " "
            last, before = mark, bounds
    return iter(RIGHT_TO_LEFT.findall(said))


def _is_apart(before: tuple[float, ...], after: tuple[float, ...], size: float) -> bool:
    """True for pieces in other lines or cells; between words there is a piece with a space."""
    gap = max(after[0] - before[2], before[0] - after[2])
    return gap > size / 2 or abs(before[1] + before[3] - after[1] - after[3]) > size * 2


def _size(piece: pypdfium2.PdfObject) -> float:
    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(piece, size)
    return size.value


def _is_inside(bounds: tuple[float, ...], area: tuple[float, ...]) -> bool:
    left, bottom, right, top = bounds
    across, up = (left + right) / 2, (bottom + top) / 2
    return area[0] <= across <= area[2] and area[1] <= up <= area[3]


def _spelt(piece: pypdfium2.PdfObject, text: pypdfium2.PdfTextPage) -> tuple[int, str]:
    """What a piece stands for; before it what says so, because several may stand for one letter."""
    bytes_of = ctypes.POINTER(ctypes.c_ubyte)
    for number in range(pdfium.FPDFPageObj_CountMarks(piece)):
        mark = pdfium.FPDFPageObj_GetMark(piece, number)
        size, letters = ctypes.c_ulong(), ctypes.create_string_buffer(_ROOM)
        pdfium.FPDFPageObjMark_GetParamBlobValue(
            mark, b"ActualText", ctypes.cast(letters, bytes_of), _ROOM, size
        )
        if 0 < size.value <= _ROOM:
            said = letters[: size.value].decode("utf-16", "replace")
            return ctypes.cast(mark, ctypes.c_void_p).value, said
    unit = ctypes.POINTER(ctypes.c_ushort)
    size = pdfium.FPDFTextObj_GetText(piece, text, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFTextObj_GetText(piece, text, ctypes.cast(buffer, unit), size)
    return 0, buffer.raw[:size].decode("utf-16-le", "replace").strip("\0")


def count_pages(pdf: bytes) -> int:
    """How many pages a document has."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def read_marks(pdf: bytes) -> list[tuple[str, int]]:
    """Title and 0-based page of every bookmark, in order."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [(mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    finally:
        document.close()
