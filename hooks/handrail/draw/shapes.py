"""Outlines of steps, arrows and the clock, as SVG path data.

Each kind of step has an outline of its own, so that none depends on colour: a start has round
ends, an end has them drawn twice, a question is pointed, a reference to another pathway has
double sides, and an action is a plain box.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from handrail.draw.places import Rect
from handrail.pathway import ACTION, END, QUESTION, REFERENCE, START

ROUND = 19.0
"""Largest radius of a round end, in pixels."""
POINT = 14.0
"""Pixels from a question's point to its flat side."""
DOUBLE = 4.0
"""Pixels between the two lines of a double outline."""
BAR = 6.0
"""Pixels between the double sides of a reference."""
TURN = 6.0
"""Radius of an arrow's bends, in pixels."""
HEAD = 4.0
"""Pixels by which an arrow's line stops short, under its head."""


@lru_cache(maxsize=20_000)
def n(value: float) -> str:
    """A number as short as one decimal allows."""
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def outline(kind: str, rect: Rect) -> str:
    """Path data of a step's outline."""
    return _OUTLINES[kind](rect)


def _action(r: Rect) -> str:
    return _rounded(r, 2.0)


def _start(r: Rect) -> str:
    return _rounded(r, min(ROUND, r.height / 2))


def _end(r: Rect) -> str:
    inner = Rect(r.x + DOUBLE, r.y + DOUBLE, r.width - 2 * DOUBLE, r.height - 2 * DOUBLE)
    radius = min(ROUND, r.height / 2)
    return _rounded(r, radius) + _rounded(inner, radius - DOUBLE)


def _question(r: Rect) -> str:
    across, half = n(r.width - 2 * POINT), n(r.height / 2)
    return (
        f"M{n(r.x + POINT)} {n(r.y)}h{across}l{n(POINT)} {half}"
        f"l{n(-POINT)} {half}h-{across}l{n(-POINT)}-{half}z"
    )


def _reference(r: Rect) -> str:
    bars = "".join(f"M{n(x)} {n(r.y)}v{n(r.height)}" for x in (r.x + BAR, r.x + r.width - BAR))
    return _rounded(r, 0) + bars


def _rounded(r: Rect, radius: float) -> str:
    if not radius:
        return f"M{n(r.x)} {n(r.y)}h{n(r.width)}v{n(r.height)}h{n(-r.width)}z"
    a, across, down = n(radius), n(r.width - 2 * radius), n(r.height - 2 * radius)
    arc = f"a{a} {a} 0 0 1"
    return (
        f"M{n(r.x + radius)} {n(r.y)}h{across}{arc} {a} {a}v{down}{arc}-{a} {a}"
        f"h-{across}{arc}-{a}-{a}v-{down}{arc} {a}-{a}z"
    )


def arrow(points: tuple[tuple[float, float], ...], heads: int = 1) -> str:
    """Path data of an arrow's line with rounded bends, a little short of where it has a head."""
    corners = _simple(points)
    corners[-1] = _toward(corners[-1], corners[-2], HEAD)
    if heads > 1:
        corners[0] = _toward(corners[0], corners[1], HEAD)
    path = f"M{n(corners[0][0])} {n(corners[0][1])}"
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        radius = min(TURN, _length(before, corner) / 2, _length(corner, after) / 2)
        begin, end = _toward(corner, before, radius), _toward(corner, after, radius)
        path += f"L{_at(begin)}Q{_at(corner)} {_at(end)}"
    return path + f"L{_at(corners[-1])}"


def clock(x: float, y: float) -> str:
    """Path data of a clock 11 pixels across whose left-most point is at (`x`, `y`)."""
    return f"M{n(x)} {n(y)}a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0m5.5-3.5v3.5l2.5 1.5"


def _simple(points: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
    """The corners at which the way really turns."""
    kept = [points[0]]
    for before, point, after in zip(points, points[1:], points[2:], strict=False):
        flat = _near(before[0], point[0], after[0]) or _near(before[1], point[1], after[1])
        if not flat:
            kept.append(point)
    return [*kept, points[-1]]


def _near(*values: float) -> bool:
    return max(values) - min(values) < 0.5


def _length(one: tuple[float, float], other: tuple[float, float]) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _toward(
    point: tuple[float, float], goal: tuple[float, float], by: float
) -> tuple[float, float]:
    """A point `by` pixels on the way to `goal`, no further than that."""
    length = _length(point, goal)
    share = min(1.0, by / length) if length else 0.0
    return point[0] + (goal[0] - point[0]) * share, point[1] + (goal[1] - point[1]) * share


def _at(point: tuple[float, float]) -> str:
    return f"{n(point[0])} {n(point[1])}"


_OUTLINES: dict[str, Callable[[Rect], str]] = {
    START: _start, END: _end, ACTION: _action, QUESTION: _question, REFERENCE: _reference,
}  # fmt: skip
