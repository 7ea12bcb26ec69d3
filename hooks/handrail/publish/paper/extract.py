"""The one door to the PDF reader, PDFium: the words that are really on the pages."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2

MM = 72 / 25.4
"""Points in a millimetre."""


def read_pages(pdf: bytes, head: float = 0.0, foot: float = 0.0) -> Iterator[str]:
    """The text of each page, as far as it lies on the paper.

    `head` and `foot` are millimetres at the top and bottom that are left out, because what stands
    there is not the writers'.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            width, height = page.get_size()
            text = page.get_textpage()
            yield text.get_text_bounded(0, foot * MM, width, height - head * MM)
            text.close()
            page.close()
    finally:
        document.close()


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
