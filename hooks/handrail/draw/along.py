"""Positions along the flow: rows, channels, and every line that runs across it.

A channel is built, from one row to the next, of: borders of agencies that end, answers of the
arrows that leave, outer lines, titles of agencies that begin, inner lines, answers of the arrows
that enter, and room for arrow heads.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field

from handrail.draw.across import PITCH, Across
from handrail.draw.columns import Cell
from handrail.draw.measures import Measures
from handrail.draw.plan import Plan
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
    routes: tuple[Route, ...], blocked: Container[Cell]
) -> tuple[dict[tuple[int, int], int], set[int]]:
    """For each line across whether it runs outside or inside the agencies that begin there.

    Also the arrows that have to enter beside a title. A line runs inside only where it would
    otherwise have to pass a title to get to its box.
    """
    zone, shifted = {}, set()
    for route in routes:
        index, (col, row) = route.wire.index, route.stop
        for channel, upper, lower in _ends(route):
            inside = (lower, channel) in blocked and (upper, channel) not in blocked
            zone[index, channel] = INNER if inside else OUTER
            enters = channel == row and lower == col and not route.wire.target_lane
            if enters and (col, channel) in blocked and not inside:
                shifted.add(index)
        if route.straight and (col, row) in blocked and not route.wire.target_lane:
            shifted.add(index)
    return zone, shifted


def _ends(route: Route) -> list[tuple[int, int, int]]:
    """Channel of each line across, the column above its upper end and that below its lower end."""
    found = []
    if route.first >= 0:
        lower = route.column
        if route.column < 0 and route.gutter < 0:
            lower = route.stop[0]
        found.append((route.first, route.start[0], lower))
    if route.last >= 0:
        found.append((route.last, route.column, route.stop[0]))
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
