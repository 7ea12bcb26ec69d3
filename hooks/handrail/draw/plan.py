"""A flowchart on its grid: cells, agencies and wires, before any line is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from handrail.draw.columns import Cell, Pull, assign_columns
from handrail.draw.order import Flow
from handrail.draw.rows import assign_rows
from handrail.pathway import Diagram

MAIN_LINE = 2.0
"""How much more the way that goes on longest wants to be straight than a side branch."""
BACKWARD = 0.3
"""How much an arrow back wants to be short."""


@dataclass(frozen=True)
class Lane:
    """An agency on the grid."""

    actor: str
    """Its ID."""
    left: int
    """First column."""
    right: int
    """Last column."""
    top: int
    """First row."""
    bottom: int
    """Last row."""
    inner: tuple[Lane, ...] = ()
    """Agencies inside it."""


@dataclass(frozen=True)
class Wire:
    """An arrow between two cells."""

    index: int
    """Position of the arrow in the diagram."""
    source: str
    """Key of the cell that it leaves at the bottom."""
    target: str
    """Key of the cell that it enters."""
    source_lane: str
    """Agency at whose border it starts; empty where it starts at the cell."""
    target_lane: str
    """Agency at whose border it ends; empty where it ends at the cell."""
    above_titles: bool = False
    """True where that border lies before any title at its place."""


@dataclass(frozen=True)
class Plan:
    """Everything's place on the grid."""

    cells: Mapping[str, Cell]
    """Column and row by step ID, and by agency ID for agencies without steps."""
    lanes: tuple[Lane, ...]
    """Outermost agencies."""
    wires: tuple[Wire, ...]
    """One for each arrow."""
    columns: int
    """How many columns."""
    rows: int
    """How many rows."""
    taken: Mapping[Cell, str] = field(default_factory=dict)
    """Key by cell."""

    def lane(self, actor: str) -> Lane:
        """The agency with this ID. Raises `KeyError` where there is none."""
        return self._by_actor[actor]

    @cached_property
    def _by_actor(self) -> dict[str, Lane]:
        return {lane.actor: lane for lane in self.every_lane()}

    def every_lane(self) -> list[Lane]:
        """All agencies, each before those inside it."""
        return _every(self.lanes)


def _every(lanes: tuple[Lane, ...]) -> list[Lane]:
    return [lane for outer in lanes for lane in (outer, *_every(outer.inner))]


def plan_diagram(diagram: Diagram, flow: Flow) -> Plan:
    """Give every step a row and a column."""
    rows = assign_rows(flow)
    rows.update(_empty_rows(diagram, rows))
    cells = assign_columns(diagram, rows, _pulls(flow, rows))
    lanes = _lanes("", diagram, cells)
    corners = _Corners(diagram, cells, lanes)
    wires = tuple(corners.wire(index) for index in range(len(diagram.arrows)))
    columns = 1 + max((col for col, _ in cells.values()), default=0)
    taken = {cell: key for key, cell in cells.items()}
    return Plan(cells, lanes, wires, columns, 1 + max(rows.values(), default=0), taken)


def _empty_rows(diagram: Diagram, rows: Mapping[str, int]) -> dict[str, int]:
    """A row for each agency that holds neither steps nor agencies: below what leads to it."""
    parents = {actor.parent for actor in diagram.actors} | {step.actor for step in diagram.steps}
    return {
        actor.id: 1 + max((rows.get(a.source, -1) for a in diagram.entering(actor.id)), default=-1)
        for actor in diagram.actors
        if actor.id not in parents
    }


def _pulls(flow: Flow, rows: Mapping[str, int]) -> list[Pull]:
    below = dict.fromkeys(flow.steps, 0)
    onward: dict[str, list[str]] = {}
    for source, target in flow.forward():
        onward.setdefault(source, []).append(target)
    main = {}
    for step in reversed(flow.steps):
        targets = onward.get(step, ())
        below[step] = 1 + max((below[target] for target in targets), default=-1)
        if targets:
            main[step] = max(targets, key=lambda target: below[target])
    pulls = []
    for index, (source, target) in enumerate(flow.ends):
        if source and target and source != target:
            ahead = MAIN_LINE if main.get(source) == target else 1.0
            pulls.append(Pull(source, target, BACKWARD if index in flow.back else ahead))
    return pulls


def _lanes(parent: str, diagram: Diagram, cells: Mapping[str, Cell]) -> tuple[Lane, ...]:
    lanes = []
    for actor in diagram.actors:
        if actor.parent != parent:
            continue
        inner = _lanes(actor.id, diagram, cells)
        own = [cells[step.id] for step in diagram.steps if step.actor == actor.id]
        own += [cells[actor.id]] if actor.id in cells else []
        cols = [col for col, _ in own] + [
            edge for lane in inner for edge in (lane.left, lane.right)
        ]
        rows = [row for _, row in own] + [
            edge for lane in inner for edge in (lane.top, lane.bottom)
        ]
        lanes.append(Lane(actor.id, min(cols), max(cols), min(rows), max(rows), inner))
    return tuple(lanes)


class _Corners:
    """Finds the cells that stand for an agency at the end of an arrow."""

    def __init__(self, diagram: Diagram, cells: Mapping[str, Cell], lanes: tuple[Lane, ...]):
        self.diagram = diagram
        self.cells = cells
        self.corner = {lane.actor: (lane.left, lane.top) for lane in _every(lanes)}
        self.held: dict[str, list[str]] = {actor.id: [] for actor in diagram.actors}
        for key in cells:
            step = diagram.step.get(key)
            owner = step.actor if step else key
            while owner in self.held:
                self.held[owner].append(key)
                owner = diagram.actor[owner].parent

    def wire(self, index: int) -> Wire:
        arrow = self.diagram.arrows[index]
        source, target = self._last(arrow.source), self._first(arrow.target)
        source_lane = self._border(arrow.source, target)
        target_lane = self._border(arrow.target, source)
        above = bool(target_lane) and self._is_outermost(target_lane)
        return Wire(index, source, target, source_lane, target_lane, above)

    def _is_outermost(self, actor: str) -> bool:
        """True where no other agency has its title in the same column and channel."""
        place = self.corner[actor]
        outer = self.diagram.actor[actor].parent
        return outer not in self.corner or self.corner[outer] != place

    def _border(self, end: str, other: str) -> str:
        """The agency at an end of an arrow, unless the arrow's other end is inside it."""
        return end if end in self.held and other not in self.held[end] else ""

    def _first(self, end: str) -> str:
        return min(self.held[end], key=self._down) if end in self.held else end

    def _last(self, end: str) -> str:
        return max(self.held[end], key=self._down) if end in self.held else end

    def _down(self, key: str) -> tuple[int, int]:
        col, row = self.cells[key]
        return row, col
