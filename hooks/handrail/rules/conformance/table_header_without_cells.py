"""Every header of a table heads something.

A header cell over an empty column promises what is not there, and often means that a row has lost a
cell: people who use a screen reader then hear figures under the wrong header.

WCAG 2.2, 1.3.1 Info and Relationships. ACT rule d0f69e.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from handrail.access.facts import facts_of, is_html
from handrail.access.hidden import is_visible
from handrail.access.names import name_of
from handrail.access.quoting import cut
from handrail.access.tables import HEADERS, Cell, uneven_tables
from handrail.finding import Fault
from handrail.html import Document

ID = "table-header-without-cells"
LEVEL = "error"
ACT = ("d0f69e",)
LOOKS_AT = frozenset(("table", "[role]"))


def check_html(document: Document) -> Iterator[Fault]:
    """Find header cells with no cell in their row or column and none that names them."""
    facts = facts_of(document)
    for cells in uneven_tables(facts):
        for cell in _heading_nothing(cells):
            name = name_of(facts, cell.element)
            if name and is_html(cell.element) and is_visible(facts, cell.element):
                line = "column" if cell.role == "columnheader" else "row"
                yield Fault(
                    document.place(cell.element),
                    f'the header "{cut(name)}" has no cells in its {line}',
                    "add the missing cells, or remove the header",
                )


def _heading_nothing(cells: list[Cell]) -> Iterator[Cell]:
    rows, columns, named = _index(cells)
    for cell in cells:
        if cell.role not in HEADERS or cell.element.attr("id") in named:
            continue
        if cell.role == "rowheader":
            heads = rows[cell.row] > (not _headers(cell))
        else:
            heads = any(columns[at] - {cell.row} for at in range(cell.first, cell.last + 1))
        if not heads:
            yield cell


def _index(cells: list[Cell]) -> tuple[dict[int, int], dict[int, set[int]], set[str]]:
    """How many cells each row has, in which rows each column has one, which IDs cells name.

    A cell that names its headers itself has no others, wherever it stands."""
    rows: dict[int, int] = defaultdict(int)
    columns: dict[int, set[int]] = defaultdict(set)
    named: set[str] = set()
    for cell in cells:
        if _headers(cell):
            named.update(_headers(cell))
            continue
        rows[cell.row] += 1
        for at in range(cell.first, cell.last + 1):
            if len(columns[at]) < 2:
                columns[at].add(cell.row)
    return rows, columns, named


def _headers(cell: Cell) -> list[str]:
    return (cell.element.attr("headers") or "").split()
