"""A flowchart in pixels: where every box, line, answer and agency is drawn."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace

from handrail.draw.across import assign_gutters, place_across
from handrail.draw.along import Needs, place_along, zones
from handrail.draw.boxes import Box, Label, box_for
from handrail.draw.measures import Measures, measure
from handrail.draw.order import Flow, one_line_each
from handrail.draw.places import Places, Rect
from handrail.draw.plan import Plan, plan_diagram
from handrail.draw.ports import Ports, place_ports
from handrail.draw.routes import Route, find_routes
from handrail.pathway import Diagram

HEAD_ROOM = 9.0
"""Pixels more before an agency at whose border an arrow ends."""


@dataclass(frozen=True)
class Layout:
    """Everything's place, in pixels."""

    boxes: Mapping[str, tuple[Box, Rect]]
    """Steps, by ID."""
    lines: tuple[tuple[tuple[float, float], ...], ...]
    """Corners of each line's way, from the step it leaves to the one it enters."""
    answers: tuple[tuple[Label, Rect], ...]
    """Words on arrows."""
    lanes: tuple[tuple[Rect, Label, Rect], ...]
    """Agencies, their titles and the places of these, each agency before those inside it."""
    width: float
    """Of the whole drawing."""
    height: float
    """Of the whole drawing."""


def lay_out(diagram: Diagram, flow: Flow, numbers: Mapping[str, int]) -> Layout:
    """Give everything in a flowchart its place. `numbers` are those of the steps in the words."""
    diagram, flow = one_line_each(diagram, flow)
    plan = plan_diagram(diagram, flow)
    sizes = measure(diagram, plan, numbers)
    least = sizes.least()
    routes, gutters, ports = _routed(diagram, plan, sizes, ())
    crowded = _crowded(routes, ports, sizes)
    if crowded:
        routes, gutters, ports = _routed(diagram, plan, sizes, crowded)
    sizes = _widened(sizes, ports, diagram)
    zone, aside = zones(routes, ports, least)
    beside = {index: sizes.beside[routes[index].stop] for index in aside}
    across = place_across(plan, routes, ports, gutters, sizes, beside)
    along = place_along(plan, routes, across, zone, sizes, _needs(plan, routes, ports, sizes))
    return _drawn(Places(diagram.direction, plan, sizes, across, along), routes, ports)


def _routed(diagram: Diagram, plan: Plan, sizes: Measures, barred: Container[int]):
    """Routes, their tracks in gutters, and the ports and answers at their ends."""
    least = sizes.least()
    routes = find_routes(plan, least, sizes.sideways, barred)
    gutters = assign_gutters(routes)
    texts = {index: arrow.answer for index, arrow in enumerate(diagram.arrows) if arrow.answer}
    ports = place_ports(routes, texts, sizes.room, sizes.sideways, gutters.share, least)
    return routes, gutters, ports


def _crowded(routes: tuple[Route, ...], ports: Ports, sizes: Measures) -> set[int]:
    """Arrows for which a box would have to widen, only to let them run straight past a title."""
    return {
        route.wire.index
        for route in routes
        if route.straight and ports.needed[route.wire.source] > sizes.room + 1
    }


def _widened(sizes: Measures, ports: Ports, diagram: Diagram) -> Measures:
    """The same with boxes as wide as their answers need."""
    if sizes.sideways:
        return sizes
    boxes = dict(sizes.boxes)
    digits = len(str(len(boxes)))
    for key, needed in ports.needed.items():
        if key in boxes and needed > sizes.width:
            boxes[key] = box_for(diagram.step[key], boxes[key].number, needed, digits)
    return replace(sizes, boxes=boxes)


def _needs(plan: Plan, routes: tuple[Route, ...], ports: Ports, sizes: Measures) -> Needs:
    """What the channels have to hold."""
    needs = Needs(*([0.0] * (plan.rows + 1) for _ in range(5)))
    for lane in plan.every_lane():
        inset = sizes.insets[lane.actor]
        needs.titles[lane.top] = max(needs.titles[lane.top], inset.above)
        needs.borders[lane.bottom + 1] = max(needs.borders[lane.bottom + 1], inset.below)
    for route in routes:
        if route.wire.target_lane and not route.side:
            needs.heads[route.stop[1]] = HEAD_ROOM
        answer = ports.answers.get(route.wire.index)
        if answer:
            held = needs.entering if answer.entering else needs.leaving
            channel = route.stop[1] if answer.entering else route.start[1] + 1
            held[channel] = max(held[channel], sizes.stretch(answer.label))
    return needs


def _drawn(places: Places, routes: tuple[Route, ...], ports: Ports) -> Layout:
    sizes = places.sizes
    answers = [
        (answer.label, places.answer(routes[index], answer))
        for index, answer in sorted(ports.answers.items())
    ]
    lanes = [
        (places.lane(lane), sizes.titles[lane.actor], places.title(lane))
        for lane in places.plan.every_lane()
    ]
    return Layout(
        {key: (box, places.step(key)) for key, box in sizes.boxes.items()},
        tuple(places.line(route) for route in routes),
        tuple(answers),
        tuple(lanes),
        *places.size(),
    )
