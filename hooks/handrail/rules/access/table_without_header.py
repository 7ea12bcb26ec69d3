"""Every table has a header for each column.

Screen readers say the header before each cell; without it a row is a string of loose facts.
WCAG 2.2, 1.3.1 Info and relationships.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault, Place
from handrail.html import Document, Element, words

ID = "table-without-header"
LEVEL = "error"
ACT = ()
LOOKS_AT = frozenset(("table", "th"))


def check_html(document: Document) -> Iterator[Fault]:
    """One fault for each table without headers, and for each header without words."""
    for table in document.elements("table"):
        has_header = next(table.iter_elements("th"), None) is not None
        is_layout = table.attr("role") in ("presentation", "none")
        if not (has_header or is_layout or table.has_class("highlighttable")):
            # A table in Markdown always has one; code with numbered lines has no columns to name.
            yield Fault(document.place(table), "the table has no header row", _in_markdown(table))
    for header in document.elements("th"):
        if not words(header) and not header.find("img"):
            yield _no_words(document.place(header), header)


def _in_markdown(table: Element) -> str:
    row = table.find("tr")
    cells = [words(cell) for cell in row.find_all("td")] if row else []
    if not all(cells):
        return "make its first row the names of its columns, each in <th> and </th>"
    head, dashes = " | ".join(cells), "---|" * len(cells)
    return f"write it with bars: | {head} |, below it a line |{dashes} and each row like the first"


def _no_words(place: Place, header: Element) -> Fault:
    column = 1 + sum(isinstance(cell, Element) for cell in header.previous_siblings)
    row = header.parent
    if isinstance(row, Element) and isinstance(row.parent, Element) and row.parent.tag == "tbody":
        rows = [other for other in row.parent.children if isinstance(other, Element)]
        message = f"the header of row {rows.index(row) + 1} of the table has no words"
        return Fault(place, message, "write the name of the row into it")
    message = f"column {column} of the table has no header"
    return Fault(place, message, "write the name of the column into its first row")
