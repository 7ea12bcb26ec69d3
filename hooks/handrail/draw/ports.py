"""Where on a box each arrow leaves and enters.

Offsets are pixels across the flow from the middle of the box.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from handrail.draw.answers import (
    BETWEEN,
    CORNER,
    Answer,
    Exit,
    arrange,
    half,
    middle_of,
    straight_place,
)
from handrail.draw.boxes import label_for
from handrail.draw.columns import Cell
from handrail.draw.routes import Route

ENTRY = 15.0
"""Pixels between two arrows that enter side by side."""
SIDEWAYS = 110.0
"""Pixels across the words of an answer where the pathway runs sideways."""

Arrange = Callable[[list[Exit]], dict[int, Answer]]


@dataclass
class Ports:
    """What has been decided so far."""

    leave: dict[int, float] = field(default_factory=dict)
    """Offset by position of the arrow."""
    enter: dict[int, float] = field(default_factory=dict)
    """Offset by position of the arrow."""
    answers: dict[int, Answer] = field(default_factory=dict)
    """Words by position of the arrow."""
    needed: dict[str, float] = field(default_factory=dict)
    """Pixels across that a box needs for its answers, by key."""


def place_ports(
    routes: Iterable[Route],
    texts: Mapping[int, str],
    room: float,
    sideways: bool,
    share: Callable[[Route], float],
    least: Mapping[Cell, float],
) -> Ports:
    """Ports and answers of every arrow.

    `texts` are the answers by arrow; `room` is the pixels across an ordinary box; `share` says
    where in its gutter a route runs, from 0 to 1; `least` are the least offsets that
    lines need to pass titles, by column and channel.
    """
    leaving, entering = _by_box(routes)
    ports = Ports()
    alone = {group[0].wire.index for group in entering.values() if len(group) == 1}
    for key, group in leaving.items():
        group.sort(key=lambda route: _heading(route, share))
        exits = [_exit(route, texts, alone) for route in group]
        aim = max((_aim(route, least) for route in group), default=-room)
        answers = _beside(exits) if sideways else arrange(exits, room, aim)
        ports.answers.update(answers)
        halves = [_half(route, answers, sideways) for route in group]
        ports.needed[key] = _leave(group, halves, room, aim, ports)
    falls = _falls(leaving.values(), ports)
    for group in entering.values():
        _enter(group, room, falls, ports)
    return ports


def _by_box(routes: Iterable[Route]) -> tuple[dict[str, list[Route]], dict[str, list[Route]]]:
    """Routes by the box that they leave, and by the box that they enter from above."""
    leaving: dict[str, list[Route]] = {}
    entering: dict[str, list[Route]] = {}
    for route in routes:
        leaving.setdefault(route.wire.source, []).append(route)
        if not route.side:
            entering.setdefault(route.wire.target, []).append(route)
    return leaving, entering


def _falls(groups: Iterable[list[Route]], ports: Ports) -> dict[Cell, list[float]]:
    """Offsets of the lines that come down a column into a channel and turn there."""
    falls: dict[Cell, list[float]] = {}
    for route in (route for group in groups for route in group if not route.straight):
        place = (route.column, route.last) if route.first < 0 else (route.start[0], route.first)
        falls.setdefault(place, []).append(ports.leave[route.wire.index])
    return falls


def _aim(route: Route, least: Mapping[Cell, float]) -> float:
    """The least offset at which a route that leaves straight down passes all titles."""
    if route.first >= 0:
        return -math.inf
    stop = route.stop[1] - (1 if route.wire.above_titles or route.last >= 0 else 0)
    channels = range(route.start[1] + 1, stop + 1)
    return max((least.get((route.column, k), -math.inf) for k in channels), default=-math.inf)


def _exit(route: Route, texts: Mapping[int, str], alone: set[int]) -> Exit:
    index = route.wire.index
    movable = index in alone and not route.wire.target_lane
    return Exit(index, texts.get(index, ""), route.first < 0, movable)


def _beside(exits: list[Exit]) -> dict[int, Answer]:
    """Answers of a pathway that runs sideways: all of them beside the box that they leave."""
    return {
        item.index: Answer(label_for(item.text, SIDEWAYS), False) for item in exits if item.text
    }


def _half(route: Route, answers: Mapping[int, Answer], sideways: bool) -> float:
    """Half the pixels across that an exit needs beside others."""
    answer = answers.get(route.wire.index)
    label = answer.label if answer and not answer.entering else None
    if label and sideways:
        return label.height / 2 + BETWEEN / 2
    return half(label)


def _leave(group: list[Route], halves: list[float], room: float, aim: float, ports: Ports) -> float:
    """Spread the exits of one box; returns the pixels across that they need."""
    offsets = _spread(group, halves, room, aim)
    ports.leave.update(zip((route.wire.index for route in group), offsets, strict=True))
    reach = max(abs(offset) + wide for offset, wide in zip(offsets, halves, strict=True))
    return 2 * max(reach - BETWEEN / 2, max(map(abs, offsets)) + CORNER)


def _heading(route: Route, share: Callable[[Route], float]) -> tuple[int, float, int]:
    """Left, straight or right, and how far: the order of exits along the bottom of a box."""
    own = 2 * route.start[0] + 1
    if route.first < 0:
        return 0, 0.0, route.wire.index
    far = route.lane if route.lane >= 0 else 2 * route.stop[0] + 1
    return (-1 if far < own else 1), far + share(route) - 0.5, route.wire.index


def _spread(ordered: list[Route], halves: list[float], room: float, aim: float) -> list[float]:
    """Offsets side by side, from the middle of the box."""
    row = zip((route.first < 0 for route in ordered), halves, strict=True)
    middle = middle_of(straight_place(row), 2 * sum(halves), room, aim)
    ends = accumulate(2 * wide for wide in halves)
    return [end - wide - middle for end, wide in zip(ends, halves, strict=True)]


def _enter(
    group: list[Route], room: float, falls: Mapping[Cell, list[float]], ports: Ports
) -> None:
    """Put the entries of one box in order, clear of lines that come down right above."""
    ordered = sorted(group, key=_origin)
    straight = [i for i, route in enumerate(ordered) if _is_straight(route)]
    middle = straight[0] if straight else (len(ordered) - 1) / 2
    pitch = min(ENTRY, max(room - 2 * CORNER, 1.0) / len(ordered))
    anchor = 0.0
    if straight and ordered[straight[0]].first < 0:
        anchor = ports.leave[ordered[straight[0]].wire.index]
    for position, route in enumerate(ordered):
        offset = anchor + (position - middle) * pitch
        if not route.straight:
            channel = route.last if route.last >= 0 else route.first
            offset = _clear(offset, falls.get((route.stop[0], channel), []), pitch)
        ports.enter[route.wire.index] = offset


def _is_straight(route: Route) -> bool:
    """True where the arrow comes down its target's own column."""
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
