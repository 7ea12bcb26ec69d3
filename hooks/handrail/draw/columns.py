"""Who stands beside whom: a column for each step, agencies kept together.

Steps and agencies are blocks on a grid whose rows are given. Each block is put where the arrows
to its neighbours stay short and straight, first in reading order, then again with all the others
in place. Blocks in the same columns never share rows, so agencies cannot overlap.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from handrail.pathway import Diagram

Cell = tuple[int, int]
"""0-based column and row."""

ROUNDS = 3
WIDER = 1.6
"""What one more column costs, measured in columns of arrow length."""
LEFTWARD = 1.3
"""What each column left of the first block costs: on a phone reading begins at the left."""
HOME = 0
"""Column of the first block."""
COVERED = 1.2
"""What an arrow costs that has to go round a step in its way."""


@dataclass(frozen=True)
class Block:
    """A step or a whole agency on the grid, counted from its own left-most column."""

    cells: Mapping[str, Cell]
    """Column and row of each step in it."""
    width: int
    """Columns."""
    top: int
    """First row."""
    bottom: int
    """Last row."""

    @cached_property
    def rows(self) -> int:
        """A bit for each of its rows."""
        return _rows(self.top, self.bottom)

    def mirrored(self) -> Block:
        """The same with left and right exchanged."""
        flipped = {key: (self.width - 1 - col, row) for key, (col, row) in self.cells.items()}
        return Block(flipped, self.width, self.top, self.bottom)


@dataclass(frozen=True)
class Pull:
    """An arrow that wants its two steps in the same column."""

    source: str
    target: str
    weight: float


def assign_columns(
    diagram: Diagram, rows: Mapping[str, int], pulls: Iterable[Pull]
) -> dict[str, Cell]:
    """Column and row of each step, and of each agency without steps (under its own ID)."""
    near: dict[str, list[tuple[str, float]]] = {}
    for pull in pulls:
        near.setdefault(pull.source, []).append((pull.target, pull.weight))
        near.setdefault(pull.target, []).append((pull.source, pull.weight))
    inside: dict[str, list[str]] = {}
    for actor in diagram.actors:
        inside.setdefault(actor.parent, []).append(actor.id)
    steps: dict[str, list[str]] = {}
    for step in diagram.steps:
        steps.setdefault(step.actor if step.actor in diagram.actor else "", []).append(step.id)
    return dict(_agency("", inside, steps, rows, near).cells)


def _agency(name: str, inside: Mapping, steps: Mapping, rows: Mapping, near: Mapping) -> Block:
    blocks = [_agency(child, inside, steps, rows, near) for child in inside.get(name, ())]
    held = steps.get(name, ()) or ([name] if name and not blocks else ())
    blocks += [Block({step: (0, rows[step])}, 1, rows[step], rows[step]) for step in held]
    blocks.sort(key=lambda block: (block.top, -_tightest(block, near)))
    return _arranged(blocks, near)


def _arranged(blocks: list[Block], near: Mapping[str, list[tuple[str, float]]]) -> Block:
    """One block that holds all of them, none over another."""
    table = _Table(near)
    if len(blocks) > 1:
        for block in blocks:
            table.put(block)
        for _ in range(ROUNDS if len(blocks) <= 60 else 0):
            before = dict(table.placed)
            for block in blocks:
                table.take(block)
                table.put(block)
            if table.placed == before:
                break
    elif blocks:
        table.lay(blocks[0], blocks[0], 0)
    return table.whole()


def _tightest(block: Block, near: Mapping[str, list[tuple[str, float]]]) -> float:
    """The strongest pull on a block: the main line is laid before what branches off it."""
    return max((weight for key in block.cells for _, weight in near.get(key, ())), default=0.0)


class _Table:
    """Blocks laid side by side so far."""

    def __init__(self, near: Mapping[str, list[tuple[str, float]]]):
        self.near = near
        self.cells: dict[str, Cell] = {}
        self.filled: dict[int, int] = {}  # by column, a bit for each row
        self.placed: dict[int, tuple[Block, int]] = {}

    def lay(self, original: Block, block: Block, left: int) -> None:
        self.placed[id(original)] = block, left
        self.cells.update({key: (col + left, row) for key, (col, row) in block.cells.items()})
        for col in range(left, left + block.width):
            self.filled[col] = self.filled.get(col, 0) | block.rows

    def take(self, original: Block) -> None:
        block, left = self.placed.pop(id(original))
        for key in block.cells:
            del self.cells[key]
        for col in range(left, left + block.width):
            self.filled[col] &= ~block.rows

    def put(self, block: Block) -> None:
        """Lay a block where it costs least; the right-most of equally good places."""
        lefts = [left for _, left in self.placed.values()]
        rights = [left + other.width for other, left in self.placed.values()]
        low, high = min(lefts, default=0), max(rights, default=1)
        best = None
        for turned in (block, block.mirrored()) if block.width > 1 else (block,):
            ties = self._ties(turned)
            for left in range(high, low - block.width - 1, -1):
                columns = range(left, left + block.width)
                if any(self.filled.get(col, 0) & block.rows for col in columns):
                    continue
                cost = self._cost(ties, left)
                if left < low:
                    cost += WIDER * (low - left)
                if left + block.width > high:
                    cost += WIDER * (left + block.width - high)
                if left < HOME:
                    cost += LEFTWARD * (HOME - left)
                if best is None or cost < best[0] - 1e-9:
                    best = cost, turned, left
        self.lay(block, best[1], best[2])

    def whole(self) -> Block:
        if not self.cells:
            return Block({}, 1, 0, 0)
        first = min(left for _, left in self.placed.values())
        cells = {key: (col - first, row) for key, (col, row) in self.cells.items()}
        rows = [row for _, row in cells.values()]
        width = max(left + block.width for block, left in self.placed.values()) - first
        return Block(cells, width, min(rows), max(rows))

    def _ties(self, block: Block) -> list[tuple[Cell, Cell, float]]:
        """Own cell, neighbour's cell and weight for each arrow out of the block."""
        return [
            (cell, self.cells[other], weight)
            for key, cell in block.cells.items()
            for other, weight in self.near.get(key, ())
            if other in self.cells
        ]

    def _cost(self, ties: list[tuple[Cell, Cell, float]], left: int) -> float:
        cost = 0.0
        for (col, row), (other, there), weight in ties:
            apart = abs(col + left - other)
            cost += weight * apart
            if apart == 0 and abs(row - there) > 1 and self._covered(other, row, there):
                cost += COVERED
        return cost

    def _covered(self, col: int, row: int, there: int) -> bool:
        return bool(self.filled.get(col, 0) & _rows(min(row, there) + 1, max(row, there) - 1))


def _rows(first: int, last: int) -> int:
    """A bit for each of these rows."""
    return (1 << last + 1) - (1 << first)
