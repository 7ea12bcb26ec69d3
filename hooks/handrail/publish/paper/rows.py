"""Which rows of a table may break over a page: short ones stay whole, and tall ones would run off
the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from handrail.publish.paper.measures import Shape, usable
from handrail.publish.paper.nodes import Node

_TALLEST = 240.0
"""Points up to which a row, or rows that a cell holds together, stay whole."""
_LETTER, _LINE = 0.5, 1.25
"""Ems that a letter takes, and that a line does."""
_RAGGED = 3.0
"""Letters that a line has room for and does not hold, because the next word is longer."""


class Cell(NamedTuple):
    """One cell in the grid."""

    node: Node
    """What the template sets."""
    row: int
    """0-based row."""
    column: int
    """0-based column."""

    @property
    def rows(self) -> range:
        """The rows that it reaches over."""
        return range(self.row, self.row + self.node["down"])


def breaking(cells: Sequence[Cell], shape: Shape) -> list[bool]:
    """Of each cell, whether it may break over a page."""
    talls = [_height(cell, shape) for cell in cells]
    rows: Counter[int] = Counter()
    for cell, tall in zip(cells, talls, strict=True):
        if cell.node["down"] == 1:
            rows[cell.row] = max(rows[cell.row], tall)
    broken = {
        row for cell, tall in zip(cells, talls, strict=True) if tall > _TALLEST for row in cell.rows
    }
    return [cell.row in broken or sum(rows[row] for row in cell.rows) > _TALLEST for cell in cells]


def _height(cell: Cell, shape: Shape) -> float:
    """Points from the top of a cell to its foot, about."""
    width = usable(shape.widths[cell.column : cell.column + cell.node["across"]])
    letters = max(width / (_LETTER * shape.size) - _RAGGED, _RAGGED)
    lines = cell.node["length"] / letters + cell.node["blocks"] + 1
    return lines * _LINE * shape.size
