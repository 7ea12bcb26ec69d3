"""From positions across and along the flow to places in the drawing, turned the way it runs."""

from __future__ import annotations

from dataclasses import dataclass

from handrail.draw.across import Across
from handrail.draw.along import AROUND_ANSWER, Along
from handrail.draw.answers import Answer
from handrail.draw.insets import ABOVE_TITLE, BORDER
from handrail.draw.measures import Measures
from handrail.draw.plan import Lane, Plan
from handrail.draw.routes import Route

EDGE = 3.0
"""Pixels around the whole drawing."""
BESIDE_OTHERS = 10.0
"""Pixels between an arrow into an agency from the side and one into its step."""

Point = tuple[float, float]
Stretch = tuple[float, float, float, float]
"""Position across, position along, span across, stretch along."""


@dataclass(frozen=True)
class Rect:
    """A place in the drawing, in pixels."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Places:
    """Finds the place of each thing."""

    direction: str
    """`TB`, `BT`, `LR` or `RL`."""
    plan: Plan
    """What stands in which cell."""
    sizes: Measures
    """How large it is."""
    across: Across
    """Positions across the flow."""
    along: Along
    """Positions along the flow."""

    def size(self) -> Point:
        """Width and height of the whole drawing."""
        across, along = self.across.total + 2 * EDGE, self.along.total + 2 * EDGE
        return (along, across) if self.sizes.sideways else (across, along)

    def step(self, key: str) -> Rect:
        """Place of a step's box."""
        return self._turned(self._cell(key))

    def lane(self, lane: Lane) -> Rect:
        """Place of an agency."""
        return self._turned(self._field(lane))

    def title(self, lane: Lane) -> Rect:
        """Place of an agency's title: at its upper left, or lower left where the flow runs up."""
        label, field = self.sizes.titles[lane.actor], self.lane(lane)
        down = field.height - ABOVE_TITLE - label.height if self.direction == "BT" else ABOVE_TITLE
        return Rect(field.x + BORDER, field.y + down, label.width, label.height)

    def answer(self, route: Route, answer: Answer) -> Rect:
        """Place of the words on an arrow; above a box they stay within its width."""
        index = route.wire.index
        span, stretch = self.sizes.span(answer.label), self.sizes.stretch(answer.label)
        if answer.entering:
            low, _, room, _ = self._cell(route.wire.target)
            across = min(max(self.across.enter[index] - span / 2, low), low + room - span)
            along = self.along.entering[route.stop[1]] - AROUND_ANSWER - stretch
        else:
            across = self.across.leave[index] - span / 2
            along = self.along.leaving[route.start[1] + 1]
        return self._turned((across, along, span, stretch))

    def line(self, route: Route) -> tuple[Point, ...]:
        """Corners of an arrow's way."""
        places = [self._turned((*point, 0.0, 0.0)) for point in self._way(route)]
        return tuple((place.x, place.y) for place in places)

    def _turned(self, stretch: Stretch) -> Rect:
        across, along = stretch[0] + EDGE, stretch[1] + EDGE
        if self.direction in ("RL", "BT"):
            along = self.along.total + 2 * EDGE - along - stretch[3]
        if self.sizes.sideways:
            return Rect(along, across, stretch[3], stretch[2])
        return Rect(across, along, stretch[2], stretch[3])

    def _cell(self, key: str) -> Stretch:
        col, row = self.plan.cells[key]
        span, stretch = self.sizes.cell(key)
        along = self.along.top[row] + (self.along.height[row] - stretch) / 2
        return self.across.middle(col) - span / 2, along, span, stretch

    def _field(self, lane: Lane) -> Stretch:
        inset = self.sizes.insets[lane.actor]
        low = self.across.left[lane.left] - inset.before
        high = self.across.left[lane.right] + self.across.width[lane.right] + inset.after
        top = self.along.titles[lane.top] - inset.above
        bottom = self.along.top[lane.bottom] + self.along.height[lane.bottom] + inset.below
        return low, top, high - low, bottom - top

    def _way(self, route: Route) -> list[Point]:
        """Corners of an arrow's way, across and along, from the upper end down."""
        index, wire = route.wire.index, route.wire
        x = self.across.leave[index]
        way = [(x, self._lower_edge(wire.source, wire.source_lane))]
        if route.first >= 0:
            y = self.along.line[index, route.first]
            way.append((x, y))
            x = self.across.run.get(index, self.across.enter.get(index, 0.0))
            way.append((x, y))
        if route.side:
            return [*way, *self._side_entry(route, x)]
        if route.last >= 0:
            y = self.along.line[index, route.last]
            way.append((x, y))
            x = self.across.enter[index]
            way.append((x, y))
        return [*way, (x, self._upper_edge(wire.target, wire.target_lane))]

    def _side_entry(self, route: Route, x: float) -> list[Point]:
        """Last two corners of an arrow that comes in from the side."""
        low, top, span, stretch = self._cell(route.wire.target)
        along = top + stretch / 2
        if route.wire.target_lane:
            along -= min(BESIDE_OTHERS, stretch / 3)
            lane = self.plan.lane(route.wire.target_lane)
            if route.stop[0] == (lane.left if route.side < 0 else lane.right):
                low, _, span, _ = self._field(lane)
        return [(x, along), (low if route.side < 0 else low + span, along)]

    def _lower_edge(self, key: str, lane: str) -> float:
        place = self._field(self.plan.lane(lane)) if lane else self._cell(key)
        return place[1] + place[3]

    def _upper_edge(self, key: str, lane: str) -> float:
        return self._field(self.plan.lane(lane))[1] if lane else self._cell(key)[1]
