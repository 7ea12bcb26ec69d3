"""No row of a table has more cells than its head.

What stands in a cell too many is left out of the page without a word: a phone number that the
writer sees in the file, and no reader ever does.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.read.tables import read_tables

ID = "table-cell-lost"
LEVEL = "error"
ACT = ()


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each row with too many cells. Tables of champions are read more strictly."""
    if page.type == "champions":
        return
    for table in read_tables(page):
        most = len(table.head.cells)
        for row in table.rows:
            lost = [cell for cell in row.cells[most:] if cell]
            if lost:
                message = f'the table has {most} columns, and "{lost[0]}" stands in none of them'
                help = "give it a column, or write a | that belongs to the words as \\|"
                yield Fault(row.place, message, help)
