"""Data tables as assistive technology finds them: rows of cells, each over some columns.

Tables, rows and cells are told by their roles, so that tables made with ARIA count as well;
`colspan` and `rowspan` are followed as in the HTML standard, "forming a table".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handrail.access.facts import Facts
from handrail.access.hidden import is_exposed
from handrail.access.semantics import role_of, with_roles
from handrail.access.tree import exposed_children
from handrail.html import Element

TABLES = frozenset(("table", "grid", "treegrid"))
"""Roles of data tables."""
HEADERS = frozenset(("columnheader", "rowheader"))
"""Roles of the cells that head others."""
_CELLS = HEADERS | {"cell", "gridcell"}
_WIDEST = 200
"""Columns beyond these are not looked at, nor rows that one cell reaches beyond."""


@dataclass(frozen=True)
class Cell:
    """One cell and where it stands."""

    element: Element
    """The cell itself."""
    role: str
    """What it is: `cell`, `gridcell`, `columnheader` or `rowheader`."""
    row: int
    """Its row, counted from 0."""
    first: int
    """Its first column, counted from 0."""
    last: int
    """Its last column."""


def tables(facts: Facts) -> Iterator[list[Cell]]:
    """The cells of each data table of the document."""
    for table in with_roles(facts, TABLES):
        if is_exposed(facts, table):
            yield _cells(facts, table)


def _cells(facts: Facts, table: Element) -> list[Cell]:
    cells: list[Cell] = []
    taken: dict[int, int] = {}  # columns held by cells from above: the first row they leave free
    for number, row in enumerate(_rows(facts, table)):
        column = 0
        for element in exposed_children(facts, row):
            role = role_of(facts, element)
            if role not in _CELLS or column > _WIDEST:
                continue
            while taken.get(column, 0) > number:
                column += 1
            last = column + _span(element, "colspan") - 1
            deep = number + _span(element, "rowspan")
            if deep > number + 1:
                taken.update(dict.fromkeys(range(column, last + 1), deep))
            cells.append(Cell(element, role, number, column, last))
            column = last + 1
    return cells


def _rows(facts: Facts, table: Element) -> Iterator[Element]:
    for child in exposed_children(facts, table):
        role = role_of(facts, child)
        if role == "row":
            yield child
        elif role == "rowgroup":
            yield from (e for e in exposed_children(facts, child) if role_of(facts, e) == "row")


def _span(element: Element, name: str) -> int:
    """How far a cell reaches: 1 where nothing sensible is said."""
    written = element.attr(name) or element.attr(f"aria-{name}")
    value = (written or "1").strip()
    if not (value.isascii() and value.isdecimal()):
        return 1
    return min(int(value[:6]) or 1, _WIDEST)
