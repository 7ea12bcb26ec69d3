"""Where a pathway that is too large for its paper could be broken into two."""

from __future__ import annotations

from handrail.draw.words import put_into_words
from handrail.pathway import Diagram

_FEWEST = 4
"""Steps at least of a pathway that can be broken."""


def break_after(diagram: Diagram) -> str:
    """The words of the step after which the fewest arrows lead on, near the middle of the pathway;
    empty where it has too few steps, or none there that leads on."""
    steps = [item for group in put_into_words(diagram).groups for item in group.steps]
    order = sorted(steps, key=lambda item: item.number)
    if len(order) < _FEWEST:
        return ""
    place = {item.step.id: item.number for item in order}
    ends = [(place.get(arrow.source), place.get(arrow.target)) for arrow in diagram.arrows]
    arrows = [tuple(sorted(pair)) for pair in ends if None not in pair]

    def cost(number: int) -> tuple[int, float]:
        crossing = sum(first <= number < last for first, last in arrows)
        return crossing, abs(number - len(order) / 2)

    quarter = len(order) // 4
    middle = range(max(quarter, 1), len(order) - quarter + 1)
    going_on = {source for source, target in ends if target is not None}
    number = min((at for at in middle if at in going_on), key=cost, default=0)
    return order[number - 1].step.text if number else ""
