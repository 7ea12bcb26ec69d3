"""How much room the borders and titles of agencies take beside and above their steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from handrail.draw.boxes import Label
from handrail.draw.plan import Lane

BORDER = 10.0
"""Pixels between an agency's border and what is in it."""
ABOVE_TITLE, BELOW_TITLE = 5.0, 3.0
"""Pixels between an agency's upper border, its title and what is in it."""


@dataclass(frozen=True)
class Inset:
    """Pixels between the outermost steps of an agency and its border."""

    before: float
    """Across the flow, on the side of the first column."""
    after: float
    """Across the flow, on the side of the last column."""
    above: float
    """Along the flow, before the first row."""
    below: float
    """Along the flow, after the last row."""


def measure_insets(
    lanes: Iterable[Lane], titles: Mapping[str, Label], sideways: bool
) -> dict[str, Inset]:
    """The inset of every agency. `sideways` where the flow runs from left to right."""
    found: dict[str, Inset] = {}
    for lane in lanes:
        found.update(measure_insets(lane.inner, titles, sideways))
        title = titles[lane.actor].height + ABOVE_TITLE + BELOW_TITLE

        def reach(side: str, edge: str, lane: Lane = lane) -> float:
            at_edge = [x for x in lane.inner if getattr(x, edge) == getattr(lane, edge)]
            return max((getattr(found[inner.actor], side) for inner in at_edge), default=0.0)

        found[lane.actor] = Inset(
            reach("before", "left") + (title if sideways else BORDER),
            reach("after", "right") + BORDER,
            reach("above", "top") + (BORDER if sideways else title),
            reach("below", "bottom") + BORDER,
        )
    return found
