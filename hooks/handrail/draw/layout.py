"""A flowchart in pixels: where every box, line, answer and agency is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handrail.draw.across import Gutters, assign_gutters, place_across
from handrail.draw.along import Needs, place_along, zones
from handrail.draw.boxes import Box, Label, box_for, label_for
from handrail.draw.columns import Cell
from handrail.draw.insets import BORDER, measure_insets
from handrail.draw.order import Flow
from handrail.draw.plan import Lane, Plan, plan_diagram
from handrail.draw.ports import Ports, place_ports
from handrail.draw.routes import Route, find_routes
from handrail.pathway import Diagram

BOX_WIDTHS = {1: 276.0, 2: 250.0}
"""Pixels across an ordinary box, by the number of columns."""
NARROW = 226.0
"""The same where there are more columns."""
ANSWER = 104.0
"""Pixels across the words of an answer where its arrow leaves; wider where it enters."""
BESIDE_TITLE = 34.0
"""Pixels beside a title kept free for arrows."""
EDGE = 3.0
"""Pixels around the whole drawing."""


@dataclass(frozen=True)
class Rect:
    """A place in the drawing, in pixels."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Layout:
    """Everything's place."""

    boxes: Mapping[str, tuple[Box, Rect]]
    """Steps, by ID."""
    lines: tuple[tuple[tuple[float, float], ...], ...]
    """Corners of each arrow's way, from the step it leaves to the one it enters."""
    answers: tuple[tuple[Label, Rect], ...]
    """Words on arrows."""
    lanes: tuple[tuple[Label, Rect], ...]
    """Agencies with their titles, each before those inside it."""
    width: float
    """Pixels."""
    height: float
    """Pixels."""


def lay_out(diagram: Diagram, flow: Flow, numbers: Mapping[str, int]) -> Layout:
    """Give everything in a flowchart its place. `numbers` are those of the steps in the words."""
    return _Drawing(diagram, plan_diagram(diagram, flow), numbers).layout()


class _Drawing:
    """The stages of one layout, each made from those before it."""

    def __init__(self, diagram: Diagram, plan: Plan, numbers: Mapping[str, int]):
        self.diagram, self.plan = diagram, plan
        self.sideways = diagram.direction in ("LR", "RL")
        self.width = BOX_WIDTHS[1] if self.sideways else BOX_WIDTHS.get(plan.columns, NARROW)
        self.digits = len(str(len(numbers)))
        self.numbers = numbers
        self.boxes = {step.id: self._box(step.id, self.width) for step in diagram.steps}
        self.titles = self._titles()
        self.insets = measure_insets(plan.lanes, self.titles, self.sideways)
        self.beside = self._beside_titles()
        self.routes = find_routes(plan, self._blocked())
        self.gutters = assign_gutters(self.routes)
        self.labels = {
            index: label_for(arrow.answer, ANSWER)
            for index, arrow in enumerate(diagram.arrows)
            if arrow.answer
        }
        self.ports = self._ports(self.gutters)
        self._settle_boxes()
        zone, shifted = zones(plan, self.routes, self._blocked())
        shift = {index: self.beside[self.routes[index].stop] for index in shifted}
        self.across = place_across(
            plan, self.routes, self.ports, self.gutters, self.insets, self._ordinary(), shift
        )
        self.along = place_along(
            plan, self.routes, self.across, zone, self._lengths(), self._needs()
        )

    def _box(self, key: str, width: float) -> Box:
        return box_for(self.diagram.step[key], self.numbers[key], width, self.digits)

    def _titles(self) -> dict[str, Label]:
        room = self.width - BESIDE_TITLE
        return {
            actor.id: label_for(actor.name, room, bold=True, margin=0)
            for actor in self.diagram.actors
        }

    def _beside_titles(self) -> dict[Cell, float]:
        """For each column and channel with a title: pixels from the column's edge to its end."""
        found: dict[Cell, float] = {}
        for lane in [] if self.sideways else self.plan.every_lane():
            end = BORDER - self.insets[lane.actor].before + self.titles[lane.actor].width + BORDER
            place = lane.left, lane.top
            found[place] = max(found.get(place, 0.0), end)
        return found

    def _blocked(self) -> set[Cell]:
        return {place for place, end in self.beside.items() if end > self.width / 2}

    def _span(self, label: Label) -> float:
        """Pixels that an answer takes across the flow."""
        return label.height if self.sideways else label.width

    def _stretch(self, label: Label) -> float:
        """Pixels that an answer takes along the flow."""
        return label.width if self.sideways else label.height

    def _ports(self, gutters: Gutters) -> Ports:
        widths = {index: self._span(label) for index, label in self.labels.items()}
        between = {route.wire.index: gutters.share(route) for route in self.routes}
        return place_ports(self.routes, widths, self._ordinary(), between)

    def _ordinary(self) -> float:
        """Pixels across the flow of the ordinary box."""
        if not self.sideways:
            return self.width
        return max((box.height for box in self.boxes.values()), default=0.0)

    def _settle_boxes(self) -> None:
        """Widen boxes whose answers need it; spread answers that stand over a whole box."""
        if self.sideways:
            return
        for key, needed in self.ports.needed.items():
            if needed > self.width and key in self.boxes:
                self.boxes[key] = self._box(key, needed)
        for index in self.ports.at_target:
            answer = self.diagram.arrows[index].answer
            self.labels[index] = label_for(answer, self.width - 10)

    def _lengths(self) -> dict[str, float]:
        """Pixels along the flow of each cell; agencies without steps have next to none."""
        size = {k: box.width if self.sideways else box.height for k, box in self.boxes.items()}
        return {key: size.get(key, 8.0) for key in self.plan.cells}

    def _needs(self) -> Needs:
        """What the channels have to hold."""
        empty = [0.0] * (self.plan.rows + 1)
        needs = Needs(empty[:], empty[:], empty[:], empty[:])
        for lane in self.plan.every_lane():
            inset = self.insets[lane.actor]
            needs.titles[lane.top] = max(needs.titles[lane.top], inset.above)
            needs.borders[lane.bottom + 1] = max(needs.borders[lane.bottom + 1], inset.below)
        for route in self.routes:
            label = self.labels.get(route.wire.index)
            if label:
                entering = route.wire.index in self.ports.at_target
                held = needs.entering if entering else needs.leaving
                channel = route.stop[1] if entering else route.start[1] + 1
                held[channel] = max(held[channel], self._stretch(label))
        return needs

    # From here on places are turned the way the pathway runs.

    def layout(self) -> Layout:
        ends = self.across.total + 2 * EDGE, self.along.total + 2 * EDGE
        width, height = ends[::-1] if self.sideways else ends
        steps = {key: (box, self._box_rect(key)) for key, box in self.boxes.items()}
        answers = [
            (label, self._answer_rect(self.routes[index], label))
            for index, label in sorted(self.labels.items())
        ]
        lanes = [(self.titles[x.actor], self._lane_rect(x)) for x in self.plan.every_lane()]
        lines = [self._line(route) for route in self.routes]
        return Layout(steps, tuple(lines), tuple(answers), tuple(lanes), width, height)

    def _turned(self, across: float, along: float, span: float, stretch: float) -> Rect:
        """A place across and along the flow as a place in the drawing."""
        across, along = across + EDGE, along + EDGE
        if self.diagram.direction == "RL":
            along = self.along.total + 2 * EDGE - along - stretch
        if self.sideways:
            return Rect(along, across, stretch, span)
        return Rect(across, along, span, stretch)

    def _cell(self, key: str) -> tuple[float, float, float, float]:
        """Across, along, span and stretch of a cell."""
        col, row = self.plan.cells[key]
        box = self.boxes.get(key)
        span, stretch = (box.width, box.height) if box else (self.width, 8.0)
        if self.sideways:
            span, stretch = stretch, span
        across = self.across.middle(col) - span / 2
        along = self.along.top[row] + (self.along.height[row] - stretch) / 2
        return across, along, span, stretch

    def _box_rect(self, key: str) -> Rect:
        return self._turned(*self._cell(key))

    def _answer_rect(self, route: Route, label: Label) -> Rect:
        index, span, stretch = route.wire.index, self._span(label), self._stretch(label)
        if index in self.ports.at_target:
            low, _, room, _ = self._cell(route.wire.target)
            across = min(max(self.across.enter[index] - span / 2, low), low + room - span)
            along = self.along.entering[route.stop[1]] - AROUND - stretch
        else:
            across = self.across.leave[index] - span / 2
            along = self.along.leaving[route.start[1] + 1]
        return self._turned(across, along, span, stretch)

    def _lane(self, lane: Lane) -> tuple[float, float, float, float]:
        inset = self.insets[lane.actor]
        low = self.across.left[lane.left] - inset.before
        high = self.across.left[lane.right] + self.across.width[lane.right] + inset.after
        top = self.along.titles[lane.top] - inset.above
        bottom = self.along.top[lane.bottom] + self.along.height[lane.bottom] + inset.below
        return low, top, high - low, bottom - top

    def _lane_rect(self, lane: Lane) -> Rect:
        return self._turned(*self._lane(lane))

    def _line(self, route: Route) -> tuple[tuple[float, float], ...]:
        points = [self._turned(*point, 0, 0) for point in self._way(route)]
        corners = [(point.x, point.y) for point in points]
        if self.diagram.direction == "BT":
            corners.reverse()
        return tuple(corners)

    def _way(self, route: Route) -> list[tuple[float, float]]:
        """Corners of an arrow's way, across and along."""
        index, wire = route.wire.index, route.wire
        x = self.across.leave[index]
        way = [(x, self._lower_edge(wire.source, wire.source_lane))]
        if route.first >= 0:
            y = self.along.line[index, route.first]
            way.append((x, y))
            x = self.across.run.get(index, self.across.enter.get(index, 0.0))
            way.append((x, y))
        low, top, span, stretch = self._cell(wire.target)
        if route.side:
            middle = top + stretch / 2
            return [*way, (x, middle), (low if route.side < 0 else low + span, middle)]
        if route.last >= 0:
            y = self.along.line[index, route.last]
            way.append((x, y))
            x = self.across.enter[index]
            way.append((x, y))
        return [*way, (x, self._upper_edge(wire.target, wire.target_lane))]

    def _lower_edge(self, key: str, lane: str) -> float:
        if lane:
            _, top, _, length = self._lane(self._lane_of(lane))
            return top + length
        _, top, _, length = self._cell(key)
        return top + length

    def _upper_edge(self, key: str, lane: str) -> float:
        return self._lane(self._lane_of(lane))[1] if lane else self._cell(key)[1]

    def _lane_of(self, actor: str) -> Lane:
        return next(lane for lane in self.plan.every_lane() if lane.actor == actor)


AROUND = 3.0
