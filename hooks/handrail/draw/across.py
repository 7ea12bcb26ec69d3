"""Positions across the flow: columns, gutters, and every line that runs along it.

"Across" and "along" are as if the flow ran from the top down; `layout` turns the result.
"""

from __future__ import annotations

from collections.abc import Mapping
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
    leave: Mapping[int, float]
    """Where each arrow leaves its box, by arrow."""
    run: Mapping[int, float]
    """Where each arrow with a run runs."""
    enter: Mapping[int, float]
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
    middle = [edge + wide / 2 for edge, wide in zip(left, widths, strict=True)]
    leave, run, enter = {}, {}, {}
    free = {i for i in ports.leave if i not in ports.answers or ports.answers[i].entering}
    for route in routes:
        index = route.wire.index
        leave[index] = middle[route.start[0]] + ports.leave[index]
        if route.side == 0:
            enter[index] = middle[route.stop[0]] + ports.enter[index]
        if index in shifted:
            enter[index] = max(enter[index], left[route.stop[0]] + shifted[index])
        if route.gutter >= 0:
            run[index] = tracks[route.gutter] + PITCH * gutters.track[index]
        elif route.column >= 0:
            run[index] = leave[index] if route.first < 0 else enter[index]
    _keep_apart(routes, shifted, enter, left, widths)
    for route in routes:
        index = route.wire.index
        if route.straight:
            leave[index] = run[index] = enter[index]
        elif _kinks(route) and index in free and abs(leave[index] - enter[index]) < KINK:
            leave[index] = enter[index]
    return Across(tuple(left), tuple(widths), total, leave, run, enter)


def _kinks(route: Route) -> bool:
    """True for an arrow to the box right below that has to step aside on its way."""
    return route.gutter < 0 and route.column < 0 and route.start[0] == route.stop[0]


def _keep_apart(routes, shifted, enter, left, widths) -> None:
    """Arrows pushed aside by a title share the room that is left beside it.

    One that comes straight down stays where it is; the others come in to the right of it.
    """
    groups: dict[tuple[int, int], list[Route]] = {}
    for route in routes:
        if route.wire.index in shifted and route.side == 0:
            groups.setdefault(route.stop, []).append(route)
    for (col, _), group in groups.items():
        right = left[col] + widths[col] - CORNER
        group.sort(key=lambda route: (not route.straight, enter[route.wire.index]))
        low = min(enter[group[0].wire.index], right)
        pitch = min(ENTRY, (right - low) / max(len(group) - 1, 1))
        for position, route in enumerate(group):
            enter[route.wire.index] = low + pitch * position


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
