"""Positions across the flow: columns, gutters, and every line that runs along it.

"Across" and "along" are as if the flow ran from the top down; `layout` turns the result.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass

from handrail.draw.answers import CORNER
from handrail.draw.insets import BORDER, Inset
from handrail.draw.measures import Measures
from handrail.draw.plan import Lane, Plan
from handrail.draw.ports import ENTRY, Ports
from handrail.draw.routes import Route
from handrail.draw.tracks import AFTER, BEFORE, Piece, assign_tracks

PITCH = 12.0
"""Pixels between two lines side by side."""
BESIDE = 12.0
"""Pixels between a line and the boxes or borders beside it."""
GUTTER = 26.0
"""Least pixels between two columns."""
KINK = 10.0
"""Pixels; a smaller step aside is taken out of a line."""
SCALE = 100
"""Half columns and half rows are counted in hundreds while tracks are sought."""


@dataclass(frozen=True)
class Gutters:
    """The tracks of the runs in gutters."""

    track: Mapping[int, int]
    """0-based track in its gutter, by arrow."""
    count: Mapping[int, int]
    """Tracks in each gutter."""

    def share(self, route: Route) -> float:
        """Where in its gutter a route runs, from 0 (left) to 1 (right)."""
        if route.gutter < 0:
            return 0.5
        return (self.track[route.wire.index] + 1) / (self.count[route.gutter] + 1)


def assign_gutters(routes: tuple[Route, ...]) -> Gutters:
    """Tracks for all runs in gutters."""
    pieces: dict[int, list[Piece]] = {}
    for route in routes:
        if route.gutter >= 0:
            pieces.setdefault(route.gutter, []).append(_run(route))
    track, count = {}, {}
    for gutter, group in pieces.items():
        tracks, count[gutter] = assign_tracks(group, SCALE / 2)
        track.update(tracks)
    return Gutters(track, count)


def _run(route: Route) -> Piece:
    begin = BEFORE if route.start[0] < route.gutter else AFTER
    end = BEFORE if route.stop[0] < route.gutter else AFTER
    stop = 2 * route.last if route.last >= 0 else 2 * route.stop[1] + 1
    return Piece(route.wire.index, ((2 * route.first * SCALE, begin), (stop * SCALE, end)))


@dataclass(frozen=True)
class Across:
    """Where things are across the flow, in pixels."""

    left: tuple[float, ...]
    """Left edge of each column."""
    width: tuple[float, ...]
    """Width of each column."""
    total: float
    """Width of everything."""
    leave: dict[int, float]
    """Where each arrow leaves its box, by arrow."""
    run: dict[int, float]
    """Where each arrow with a run runs."""
    enter: dict[int, float]
    """Where each arrow that enters from above does so."""

    def middle(self, col: int) -> float:
        """Middle of a column."""
        return self.left[col] + self.width[col] / 2


def place_across(
    plan: Plan,
    routes: tuple[Route, ...],
    ports: Ports,
    gutters: Gutters,
    sizes: Measures,
    shifted: Mapping[int, float],
) -> Across:
    """Positions of columns and lines.

    `shifted` gives, for arrows that have to pass beside a title, how far right of the column's
    left edge they may enter.
    """
    widths = [sizes.room] * plan.columns
    for key, needed in ports.needed.items():
        col = plan.cells[key][0]
        widths[col] = max(widths[col], needed)
    left, tracks, total = _columns(plan, widths, gutters, sizes.insets)
    across = Across(tuple(left), tuple(widths), total, {}, {}, {})
    for route in routes:
        _place_line(route, across, ports, shifted.get(route.wire.index))
        if route.gutter >= 0:
            track = PITCH * gutters.track[route.wire.index]
            across.run[route.wire.index] = tracks[route.gutter] + track
    _keep_apart(routes, shifted, across)
    _straighten(routes, ports, across)
    return across


def _place_line(route: Route, across: Across, ports: Ports, aside: float | None) -> None:
    """Where an arrow leaves, enters, and runs through a column."""
    index, (col, _) = route.wire.index, route.stop
    across.leave[index] = across.middle(route.start[0]) + ports.leave[index]
    if not route.side:
        across.enter[index] = across.middle(col) + ports.enter[index]
        if aside is not None:
            across.enter[index] = max(across.enter[index], across.left[col] + aside)
    if route.column >= 0:
        end = across.leave if route.first < 0 else across.enter
        across.run[index] = end[index]


def _straighten(routes: tuple[Route, ...], ports: Ports, across: Across) -> None:
    """Let straight arrows leave where they enter, and take small steps aside out of others."""
    for route in routes:
        index = route.wire.index
        answer = ports.answers.get(index)
        if route.straight:
            across.leave[index] = across.run[index] = across.enter[index]
        elif _kinks(route, across) and (answer is None or answer.entering):
            across.leave[index] = across.enter[index]


def _kinks(route: Route, across: Across) -> bool:
    """True for an arrow to the box right below that steps aside a little on its way."""
    index = route.wire.index
    below = route.gutter < 0 and route.column < 0 and route.start[0] == route.stop[0]
    return below and abs(across.leave[index] - across.enter[index]) < KINK


def _keep_apart(routes: tuple[Route, ...], shifted: Container[int], across: Across) -> None:
    """Arrows pushed aside by a title share the room that is left beside it.

    One that comes straight down stays where it is; the others come in to the right of it.
    """
    groups: dict[tuple[int, int], list[Route]] = {}
    for route in routes:
        if route.wire.index in shifted and not route.side:
            groups.setdefault(route.stop, []).append(route)
    for (col, _), group in groups.items():
        right = across.left[col] + across.width[col] - CORNER
        group.sort(key=lambda route: (not route.straight, across.enter[route.wire.index]))
        low = min(across.enter[group[0].wire.index], right)
        pitch = min(ENTRY, (right - low) / max(len(group) - 1, 1))
        for position, route in enumerate(group):
            across.enter[route.wire.index] = low + pitch * position


def _columns(plan: Plan, widths: list[float], gutters: Gutters, insets: Mapping[str, Inset]):
    """Left edges of columns, first track of each gutter, and the whole width."""
    before, after = _edges(plan.every_lane(), plan.columns, insets)
    left, tracks, x = [], {}, 0.0
    for gutter in range(plan.columns + 1):
        count = gutters.count.get(gutter, 0)
        lines = 2 * BESIDE + PITCH * (count - 1) if count else 0.0
        inner = 0 < gutter < plan.columns
        room = max(after[gutter] + lines + before[gutter], GUTTER if inner else 0.0)
        if inner and after[gutter] and before[gutter]:
            room = max(room, after[gutter] + BORDER + before[gutter])
        slack = room - after[gutter] - before[gutter] - lines
        tracks[gutter] = x + after[gutter] + BESIDE + max(slack, 0) / 2
        x += room
        if gutter < plan.columns:
            left.append(x)
            x += widths[gutter]
    return left, tracks, x


def _edges(lanes: list[Lane], columns: int, insets: Mapping[str, Inset]):
    """Pixels that borders take at the right and at the left of each gutter."""
    before, after = [0.0] * (columns + 1), [0.0] * (columns + 1)
    for lane in lanes:
        inset = insets[lane.actor]
        before[lane.left] = max(before[lane.left], inset.before)
        after[lane.right + 1] = max(after[lane.right + 1], inset.after)
    return before, after
