"""Which way each arrow runs between the boxes.

Columns of boxes have gutters between them (gutter 3 lies left of column 3), rows have channels
(channel 3 lies above row 3). An arrow leaves a box at the bottom. It runs across in a channel,
down or up in a gutter or through empty cells of a column, perhaps across in a second channel, and
enters a box at the top; an arrow back enters at the side.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass

from handrail.draw.columns import Cell
from handrail.draw.plan import Plan, Wire

BEND = 0.35
"""What two more bends cost, measured in columns of length."""


@dataclass(frozen=True)
class Route:
    """The way of one arrow."""

    wire: Wire
    """The arrow."""
    start: Cell
    """Cell it leaves."""
    stop: Cell
    """Cell it enters."""
    first: int = -1
    """Channel in which it runs across after leaving; -1 where it goes straight down."""
    column: int = -1
    """Column through which it runs; -1 where none."""
    gutter: int = -1
    """Gutter in which it runs; -1 where none."""
    last: int = -1
    """Channel in which it runs across before entering; -1 where it does not."""
    side: int = 0
    """-1 where it enters from the left, 1 from the right, 0 from the top."""

    @property
    def straight(self) -> bool:
        """True where it runs straight from one box down to another."""
        return self.first < 0 and self.last < 0

    @property
    def lane(self) -> int:
        """Position of the run up or down in half columns: even for gutters, odd for columns."""
        if self.gutter >= 0:
            return 2 * self.gutter
        return 2 * self.column + 1 if self.column >= 0 else -1


def find_routes(
    plan: Plan, least: Mapping[Cell, float], sideways: bool, barred: Container[int] = ()
) -> tuple[Route, ...]:
    """A route for every wire.

    `least` tells, for columns and channels with a title, how many pixels from the column's
    middle a line can pass it. `sideways` is true where titles stand beside the flow.
    `barred` are arrows that may not leave off the middle to run straight past a title.
    """
    finder = _Finder(plan, least, sideways, barred)
    order = sorted(plan.wires, key=lambda wire: finder.length(wire))
    routes = {wire.index: finder.route(wire) for wire in order}
    return tuple(routes[wire.index] for wire in plan.wires)


class _Finder:
    def __init__(
        self, plan: Plan, least: Mapping[Cell, float], sideways: bool, barred: Container[int]
    ):
        self.plan = plan
        self.sideways = sideways
        self.barred = barred
        self.blocked = {place for place, offset in least.items() if offset > 0}
        self.used: set[Cell] = set()
        self.load: dict[int, int] = {}

    def length(self, wire: Wire) -> tuple[int, int]:
        (col, row), (other, there) = self.plan.cells[wire.source], self.plan.cells[wire.target]
        return abs(there - row) + abs(other - col), wire.index

    def route(self, wire: Wire) -> Route:
        start, stop = self.plan.cells[wire.source], self.plan.cells[wire.target]
        if stop[1] <= start[1]:
            return self._back(wire, start, stop)
        choices = [*self._through(wire, start, stop), *self._between(wire, start, stop)]
        _, _, route = min(choices, key=lambda choice: choice[:2])
        self._claim(route)
        return route

    def _claim(self, route: Route) -> None:
        (_, row), (_, there) = route.start, route.stop
        if route.column >= 0:
            # The channel below a straight run's start stands for the run itself.
            self.used.update((route.column, between) for between in range(row + 1, there))
            if route.first < 0 and route.last < 0:
                self.used.add((route.column, -1 - row))
        if route.gutter >= 0:
            self.load[route.gutter] = self.load.get(route.gutter, 0) + 1

    def _through(self, wire: Wire, start: Cell, stop: Cell):
        """Straight down, or through the empty cells of either end's column."""
        (col, row), (other, there) = start, stop
        down = self._free(col, row, there) and (col, -1 - row) not in self.used
        if down and col == other and self._may_enter(wire, col, there):
            yield 0.0, 0, Route(wire, start, stop, column=col)
        apart = abs(col - other)
        if there == row + 1:
            yield apart + BEND, 1, Route(wire, start, stop, first=row + 1)
            return
        if col != other and self._free(other, row, there) and (other, there) not in self.blocked:
            yield apart + BEND, 2, Route(wire, start, stop, first=row + 1, column=other)
        if down and col != other:
            yield apart + BEND + 0.1, 3, Route(wire, start, stop, column=col, last=there)

    def _between(self, wire: Wire, start: Cell, stop: Cell):
        """Across, down a gutter, and across again."""
        (col, row), (other, there) = start, stop
        if there == row + 1:
            return
        for gutter in range(self.plan.columns + 1):
            length = abs(gutter - col - 0.5) + abs(gutter - other - 0.5)
            cost = length + 2 * BEND + 0.15 * self.load.get(gutter, 0)
            yield cost, 4, Route(wire, start, stop, first=row + 1, gutter=gutter, last=there)

    def _back(self, wire: Wire, start: Cell, stop: Cell) -> Route:
        """Across below the start, up beside the stop, and in from the side."""
        right = self._from_right(wire, start[0], stop[0])
        other = stop[0]
        gutter = other + 1 if right else other
        route = Route(wire, start, stop, start[1] + 1, gutter=gutter, side=1 if right else -1)
        self._claim(route)
        return route

    def _from_right(self, wire: Wire, col: int, other: int) -> bool:
        """On which side an arrow back comes in: at a border or away from titles, else nearby."""
        if wire.target_lane:
            clear = wire.above_titles or not self.sideways
            return self.plan.lane(wire.target_lane).left != other or not clear
        if self.sideways and any(lane.left == other for lane in self.plan.every_lane()):
            return True
        roomier = self.load.get(other + 1, 0) <= self.load.get(other, 0)
        return col > other or (col == other and roomier)

    def _may_enter(self, wire: Wire, col: int, channel: int) -> bool:
        """True where a straight line can pass the title there, if need be off the middle."""
        barred = wire.index in self.barred and (col, channel) in self.blocked
        return wire.above_titles or not barred

    def _free(self, col: int, row: int, there: int) -> bool:
        """True where a column is open between two rows: no box, no line, no title."""
        return not any(
            (col, between) in self.plan.taken
            or (col, between) in self.used
            or (col, between) in self.blocked
            for between in range(row + 1, there)
        )
