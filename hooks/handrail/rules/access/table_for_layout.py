"""Tables hold facts in rows and columns; nothing is a table only to stand beside something.

Screen readers announce "table with 1 column" and read cell by cell; on a phone the page scrolls
sideways. WCAG 2.2, 1.3.1 Info and relationships and 1.3.2 Meaningful sequence.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.html import Element
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "table-for-layout"
LEVEL = "error"
ACT = ()
LOOKS_AT = frozenset(("table",))

_CELLS = frozenset(("td", "th"))


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each table with one column, with one row and no header, inside another, or
    marked as being for presentation."""
    written = written_of(page, handbook)
    for table in written.elements("table"):
        message = _reason(table)
        if message:
            place = written.place(table)
            yield Fault(place, message, "write paragraphs, a list or headings instead")


def _reason(table: Element) -> str:
    if table.attr("role") in ("presentation", "none"):
        return "the table is marked as being for presentation only"
    if any(isinstance(above, Element) and above.tag in _CELLS for above in table.ancestors):
        return "the table stands inside a table"
    rows = [_cells(row) for row in table.iter_elements("tr")]
    if rows and max(len(row) for row in rows) == 1:
        return "the table has one column only"
    if len(rows) == 1 and all(cell.tag == "td" for cell in rows[0]):
        return "the table has one row only, and no header"
    return ""


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row if isinstance(cell, Element)]
