"""Data tables as assistive technology finds them: rows of cells, each over some columns.

Tables, rows and cells are told by their roles, so that tables made with ARIA count as well;
`colspan` and `rowspan` are followed as in the HTML standard, "forming a table".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from handrail.access.facts import Facts
from handrail.access.hidden import is_exposed
from handrail.access.semantics import role_of, with_roles
from handrail.access.tree import exposed_children, plain_parts
from handrail.html import Element

TABLES = frozenset(("table", "grid", "treegrid"))
"""Roles of data tables."""
HEADERS = frozenset(("columnheader", "rowheader"))
"""Roles of the cells that head others."""
_SPANS = ("colspan", "rowspan", "aria-colspan", "aria-rowspan")
_CELLS = HEADERS | {"cell", "gridcell"}
_WIDEST = 200
"""Columns beyond these are not looked at, nor rows that one cell reaches beyond."""


class Cell(NamedTuple):
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


def uneven_tables(facts: Facts) -> Iterator[list[Cell]]:
    """The cells of each data table in which not every row has the same columns."""
    for table in with_roles(facts, TABLES):
        if is_exposed(facts, table) and not _is_even(facts, table):
            yield _cells(facts, table)


def _is_even(facts: Facts, table: Element) -> bool:
    """Whether `table` is made as HTML has it, of some rows with equally many cells: the quick
    answer for most tables."""
    if facts.once("spans", _has_spans) or facts.having("headers"):
        return False
    parts = plain_parts(facts, table)
    groups = [plain_parts(facts, group) for group in parts if group.tag != "caption"]
    rows = [plain_parts(facts, row) for group in groups for row in group]
    lengths = {len(row) for row in rows}
    return (
        all(groups)
        and len(rows) > 1
        and len(lengths) == 1
        and min(lengths) > 1
        and all(is_exposed(facts, cell) for row in rows for cell in row)
    )


def _cells(facts: Facts, table: Element) -> list[Cell]:
    cells: list[Cell] = []
    spanned = facts.once("spans", _has_spans)
    taken: dict[int, int] = {}  # columns held by cells from above: the first row they leave free
    for number, row in enumerate(_rows(facts, table)):
        column = 0
        for element in exposed_children(facts, row):
            role = role_of(facts, element)
            if role not in _CELLS or column > _WIDEST:
                continue
            while taken.get(column, 0) > number:
                column += 1
            last, deep = column, number + 1
            if spanned:
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


def _has_spans(facts: Facts) -> bool:
    """Whether any cell of the document may reach over several columns or rows."""
    return any(map(facts.having, _SPANS))


def _span(element: Element, name: str) -> int:
    """How far a cell reaches: 1 where nothing sensible is said."""
    value = (element.attr(name) or element.attr(f"aria-{name}") or "").strip()
    if not value:
        return 1
    if not (value.isascii() and value.isdecimal()):
        return 1
    return min(int(value[:6]) or 1, _WIDEST)
