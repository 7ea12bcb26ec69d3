"""Where on a box each arrow leaves and enters, and at which end its answer stands.

Offsets are pixels across the flow from the middle of the box.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from handrail.draw.routes import Route

CORNER = 18.0
"""Pixels at each end of a box's edge that arrows keep clear of."""
STEM = 8.0
"""Half the pixels that an arrow without an answer needs beside others."""
ENTRY = 15.0
"""Pixels between two arrows that enter side by side."""
BETWEEN = 4.0
"""Pixels between two answers side by side."""


@dataclass
class Ports:
    """What has been decided so far."""

    leave: dict[int, float] = field(default_factory=dict)
    """Offset by position of the arrow."""
    enter: dict[int, float] = field(default_factory=dict)
    """Offset by position of the arrow."""
    at_target: set[int] = field(default_factory=set)
    """Arrows whose answer stands where they enter."""
    needed: dict[str, float] = field(default_factory=dict)
    """Pixels across that a box needs for its answers, by key."""


def place_ports(
    routes: Iterable[Route], widths: Mapping[int, float], room: float, between: Mapping[int, float]
) -> Ports:
    """Ports of every arrow.

    `widths` are the pixels across of the answers, by arrow; `room` those of a box; `between` says
    for each arrow in a gutter where in the gutter it runs, from 0 to 1.
    """
    leaving: dict[str, list[Route]] = {}
    entering: dict[str, list[Route]] = {}
    for route in routes:
        leaving.setdefault(route.wire.source, []).append(route)
        if not route.side:
            entering.setdefault(route.wire.target, []).append(route)
    ports = Ports()
    alone = {group[0].wire.index for group in entering.values() if len(group) == 1}
    for key, group in leaving.items():
        _leave(key, group, widths, room, between, alone, ports)
    exits = {routes[0].start: routes for routes in leaving.values()}
    for group in entering.values():
        col, row = group[0].stop
        taken = [ports.leave[r.wire.index] for r in exits.get((col, row - 1), ()) if r.first >= 0]
        _enter(group, room, taken, ports)
    return ports


def _leave(key, group, widths, room, between, alone, ports: Ports) -> None:
    """Put the exits of one box in order, and answers elsewhere until they have room."""
    ordered = sorted(group, key=lambda route: _heading(route, between))
    movable = [r.wire.index for r in ordered if _can_move(r, widths, alone)]
    movable.sort(key=lambda index: -widths[index])
    while True:
        halves = [_half(route, widths, ports) for route in ordered]
        offsets = _spread(ordered, halves, room)
        reach = max(abs(o) + half - BETWEEN / 2 for o, half in zip(offsets, halves, strict=True))
        if 2 * reach <= room or not movable:
            break
        ports.at_target.add(movable.pop(0))
    furthest = max(map(abs, offsets)) + CORNER
    ports.needed[key] = 2 * max(reach, furthest)
    for route, offset in zip(ordered, offsets, strict=True):
        ports.leave[route.wire.index] = offset


def _can_move(route: Route, widths: Mapping[int, float], alone: set[int]) -> bool:
    """True where an answer may as well stand where its arrow enters."""
    index = route.wire.index
    return index in widths and index in alone and not route.wire.target_lane


def _half(route: Route, widths: Mapping[int, float], ports: Ports) -> float:
    index = route.wire.index
    return STEM if index in ports.at_target else max(STEM, widths.get(index, 0) / 2 + BETWEEN / 2)


def _heading(route: Route, between: Mapping[int, float]) -> tuple[int, float, int]:
    """Left, straight or right, and how far: the order of exits along the bottom of a box."""
    own = 2 * route.start[0] + 1
    if route.first < 0:
        return 0, 0.0, route.wire.index
    far = route.lane if route.lane >= 0 else 2 * route.stop[0] + 1
    far += between.get(route.wire.index, 0.5) - 0.5
    return (-1 if far < own else 1), far, route.wire.index


def _spread(ordered: list[Route], halves: list[float], room: float) -> list[float]:
    """Offsets side by side; a straight way on keeps the middle if it can, else all are centred."""
    offsets, edge = [], 0.0
    for half in halves:
        offsets.append(edge + half)
        edge += 2 * half
    straight = [offset for route, offset in zip(ordered, offsets, strict=True) if route.first < 0]
    middle = straight[0] if straight else edge / 2
    if 2 * max(middle, edge - middle) > room:
        play = room / 2 - CORNER
        middle = min(max(edge / 2, middle - play), middle + play)
    return [offset - middle for offset in offsets]


def _enter(group: list[Route], room: float, taken: list[float], ports: Ports) -> None:
    """Put the entries of one box in order, clear of what leaves the box right above."""
    ordered = sorted(group, key=_origin)
    centre = [i for i, route in enumerate(ordered) if _is_straight(route)]
    middle = centre[0] if centre else (len(ordered) - 1) / 2
    pitch = min(ENTRY, (room - 2 * CORNER) / max(len(ordered), 1))
    anchor = 0.0
    if centre and ordered[centre[0]].first < 0:
        anchor = ports.leave[ordered[centre[0]].wire.index]
    for position, route in enumerate(ordered):
        offset = anchor + (position - middle) * pitch
        if not _is_straight(route):
            offset = _clear(offset, taken, pitch)
        ports.enter[route.wire.index] = offset


def _is_straight(route: Route) -> bool:
    return route.column == route.stop[0] and route.last < 0


def _origin(route: Route) -> tuple[int, float, int]:
    own = 2 * route.stop[0] + 1
    if _is_straight(route):
        return 0, 0.0, route.wire.index
    far = route.lane if route.last >= 0 else 2 * route.start[0] + 1
    return (-1 if far < own else 1), far, route.wire.index


def _clear(offset: float, taken: list[float], pitch: float) -> float:
    """The nearest offset that no line from above uses."""
    tries = [offset, *(offset + sign * step * pitch / 2 for step in (1, 2, 3) for sign in (1, -1))]
    return next((x for x in tries if all(abs(x - other) >= 5 for other in taken)), offset)
