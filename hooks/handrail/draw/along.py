"""Positions along the flow: rows, channels, and every line that runs across it.

A channel is built, from one row to the next, of: borders of agencies that end, answers of the
arrows that leave, outer lines, titles of agencies that begin, inner lines, answers of the arrows
that enter, and room for arrow heads.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from handrail.draw.across import PITCH, Across
from handrail.draw.columns import Cell
from handrail.draw.measures import Measures
from handrail.draw.plan import Plan
from handrail.draw.ports import Ports
from handrail.draw.routes import Route
from handrail.draw.tracks import AFTER, BEFORE, Piece, assign_tracks

STUB = 14.0
"""Least pixels before a box that an arrow enters."""
CHANNEL = 24.0
"""Least pixels between two rows."""
BETWEEN_LANES = 10.0
"""Least pixels between an agency that ends and one that begins."""
AROUND_ANSWER = 3.0
"""Pixels before and after an answer."""
LINE_ROOM = 6.0
"""Pixels between lines and what comes before or after them."""
OUTER, INNER = 0, 1


@dataclass
class Along:
    """Where things are along the flow, in pixels."""

    top: list[float] = field(default_factory=list)
    """Upper edge of each row."""
    height: list[float] = field(default_factory=list)
    """Height of each row."""
    leaving: list[float] = field(default_factory=list)
    """Upper edge of the answers that leave, by channel."""
    entering: list[float] = field(default_factory=list)
    """Lower edge of the answers that enter, by channel."""
    titles: list[float] = field(default_factory=list)
    """Lower edge of the titles, by channel."""
    line: dict[tuple[int, int], float] = field(default_factory=dict)
    """Position of a line, by arrow and channel."""
    total: float = 0.0
    """Length of everything."""


@dataclass(frozen=True)
class Needs:
    """What each channel has to hold, in pixels, by channel."""

    borders: list[float]
    leaving: list[float]
    titles: list[float]
    entering: list[float]
    heads: list[float]
    """Pixels for the heads of arrows that end at an agency's border."""


def zones(
    routes: tuple[Route, ...], ports: Ports, least: Mapping[Cell, float]
) -> tuple[dict[tuple[int, int], int], set[int]]:
    """For each line across whether it runs outside or inside the agencies that begin there.

    Also the arrows that have to enter beside a title. A line runs inside only where it would
    otherwise have to pass a title to get to its box.
    """
    zone, aside = {}, set()
    for route in routes:
        index = route.wire.index
        entry = (*route.stop, ports.enter.get(index, 0.0))
        stands = bool(route.side or route.wire.above_titles or _passes(entry, least))
        for channel, upper, lower in _ends(route, ports):
            at_border = route.wire.target_lane and channel == route.stop[1]
            inside = not _passes(lower, least) and _passes(upper, least) and not at_border
            zone[index, channel] = INNER if inside else OUTER
            stands = stands or (inside and channel == route.stop[1])
        if not stands:
            aside.add(index)
    return zone, aside


Passage = tuple[int, int, float]
"""A line along the flow: its column, a channel, and the pixels from the column's middle."""


def _passes(line: Passage, least: Mapping[Cell, float]) -> bool:
    """True where a line can pass through the titles of a channel."""
    return line[2] >= least.get(line[:2], -math.inf)


def _ends(route: Route, ports: Ports) -> list[tuple[int, Passage, Passage]]:
    """Channel of each line across, with the lines along the flow above and below it."""
    found, index = [], route.wire.index
    leave, enter = ports.leave[index], ports.enter.get(index, 0.0)
    if route.first >= 0:
        lower = route.stop[0] if route.gutter < 0 else -1
        found.append(
            (route.first, (route.start[0], route.first, leave), (lower, route.first, enter))
        )
    if route.last >= 0:
        upper = (route.column, route.last, leave)
        found.append((route.last, upper, (route.stop[0], route.last, enter)))
    return found


def place_along(
    plan: Plan,
    routes: tuple[Route, ...],
    across: Across,
    zone: Mapping[tuple[int, int], int],
    sizes: Measures,
    needs: Needs,
) -> Along:
    """Positions of rows, channels and lines across."""
    tracks = _lines(routes, across, zone)
    along = Along()
    rows = [0.0] * plan.rows
    for key, (_, row) in plan.cells.items():
        rows[row] = max(rows[row], sizes.cell(key)[1])
    y = 0.0
    for channel in range(plan.rows + 1):
        y = _channel(channel, y, plan.rows, needs, tracks, along)
        if channel < plan.rows:
            along.top.append(y)
            along.height.append(rows[channel])
            y += rows[channel]
    along.total = y
    return along


def _channel(
    channel: int, y: float, rows: int, needs: Needs, tracks: Mapping, along: Along
) -> float:
    """Lay out one channel from `y` on; returns where it ends."""
    start = y
    y += needs.borders[channel]
    along.leaving.append(y + AROUND_ANSWER)
    y += needs.leaving[channel] + (2 * AROUND_ANSWER if needs.leaving[channel] else 0.0)
    y = _lay(channel, OUTER, y, tracks, along)
    if channel and needs.titles[channel]:
        y = max(y, start + needs.borders[channel] + BETWEEN_LANES) + needs.heads[channel]
    y += needs.titles[channel]
    along.titles.append(y)
    y = _lay(channel, INNER, y, tracks, along)
    if needs.entering[channel]:
        y += needs.entering[channel] + 2 * AROUND_ANSWER
    if 0 < channel < rows:
        y = max(y + STUB - AROUND_ANSWER, start + CHANNEL)
    along.entering.append(y - STUB + AROUND_ANSWER)
    return y


def _lay(channel: int, zone: int, y: float, tracks: Mapping, along: Along) -> float:
    lines, count = tracks.get((channel, zone), ({}, 0))
    for index, track in lines.items():
        along.line[index, channel] = y + LINE_ROOM + PITCH * track
    return y + 2 * LINE_ROOM + PITCH * (count - 1) if count else y


def _lines(routes: tuple[Route, ...], across: Across, zone: Mapping[tuple[int, int], int]) -> dict:
    """Tracks of the lines in each channel and zone."""
    pieces: dict[tuple[int, int], list[Piece]] = {}
    for route in routes:
        index = route.wire.index
        enter = across.enter.get(index, 0.0)
        if route.first >= 0:
            far = across.run.get(index, enter)
            turn = BEFORE if route.side else AFTER
            piece = Piece(index, ((across.leave[index], BEFORE), (far, turn)))
            pieces.setdefault((route.first, zone[index, route.first]), []).append(piece)
        if route.last >= 0:
            piece = Piece(index, ((across.run[index], BEFORE), (enter, AFTER)))
            pieces.setdefault((route.last, zone[index, route.last]), []).append(piece)
    return {place: assign_tracks(group) for place, group in pieces.items()}
