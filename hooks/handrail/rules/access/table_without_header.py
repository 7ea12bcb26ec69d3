"""Every table has a header for each column.

Screen readers say the header before each cell; without it a row is a string of loose facts.
WCAG 2.2, 1.3.1 Info and relationships.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
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
        for number, header in enumerate(headers, 1):
            if not words(header) and not header.find("img"):
                yield Fault(
                    document.place(header),
                    f"column {number} of the table has no header",
                    "write the name of the column into its first row",
                )
