"""Every table has a header for each column.

Screen readers say the header before each cell; without it a row is a string of loose facts.
WCAG 2.2, 1.3.1 Info and relationships.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault, Place
from handrail.html import Document, words

ID = "table-without-header"
LEVEL = "error"
ACT = ()


def check_html(document: Document) -> Iterator[Fault]:
    """One fault for each table without headers, and for each header without words."""
    for table in document.elements("table"):
        headers = list(table.iter_elements("th"))
        if not headers and table.attr("role") not in ("presentation", "none"):
            yield Fault(
                document.place(table),
                "the table has no header row",
                "make its first row the names of its columns, with a line |---|---| below it",
            )
        for number, row in enumerate(table.iter_elements("tr"), 1):
            for column, cell in enumerate(row.iter_elements("th", "td"), 1):
                if cell.tag == "th" and not words(cell) and not cell.find("img"):
                    yield _no_words(document.place(cell), number, column)


def _no_words(place: Place, row: int, column: int) -> Fault:
    if row > 1:
        message = f"the header of row {row} of the table has no words"
        return Fault(place, message, "write the name of the row into it")
    message = f"column {column} of the table has no header"
    return Fault(place, message, "write the name of the column into its first row")
