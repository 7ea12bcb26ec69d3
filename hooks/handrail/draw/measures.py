"""How large everything in a planned flowchart is, before anything has its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handrail.draw.boxes import Box, Label, box_for, label_for
from handrail.draw.columns import Cell
from handrail.draw.insets import BORDER, Inset, measure_insets
from handrail.draw.plan import Plan
from handrail.pathway import Diagram

BOX_WIDTHS = {1: 256.0, 2: 300.0}
"""Pixels across an ordinary box, by the number of columns."""
NARROW = 228.0
"""The same where there are more columns."""
BESIDE_TITLE = 34.0
"""Pixels beside a title kept free for arrows."""
PAST_TITLE = 7.0
"""Pixels between a title and a line that passes it."""
EMPTY = 8.0
"""Height in pixels of an agency without steps, its title and borders not counted."""


@dataclass(frozen=True)
class Measures:
    """Sizes in pixels. Across and along the flow are meant, whichever way it is drawn."""

    boxes: Mapping[str, Box]
    """Steps with their text in lines, by ID."""
    titles: Mapping[str, Label]
    """Names of agencies in lines, by ID."""
    insets: Mapping[str, Inset]
    """Room that the borders and titles of agencies take, by ID."""
    beside: Mapping[Cell, float]
    """For a column and a channel with a title: pixels from the column's edge past the title."""
    width: float
    """Width of the ordinary box as it is drawn."""
    room: float
    """Pixels across the flow of the ordinary box."""
    sideways: bool
    """True where the flow runs to the left or right."""

    def span(self, label: Label) -> float:
        """Pixels that a label takes across the flow."""
        return label.height if self.sideways else label.width

    def stretch(self, label: Label) -> float:
        """Pixels that a label takes along the flow."""
        return label.width if self.sideways else label.height

    def cell(self, key: str) -> tuple[float, float]:
        """Pixels that a step, or an agency without steps, takes across and along the flow."""
        box = self.boxes.get(key)
        size = (box.width, box.height) if box else (self.width, EMPTY)
        return size[::-1] if self.sideways else size

    def least(self) -> dict[Cell, float]:
        """For a column and a channel with a title: pixels from the column's middle past it."""
        return {place: end - self.width / 2 for place, end in self.beside.items()}


def measure(diagram: Diagram, plan: Plan, numbers: Mapping[str, int]) -> Measures:
    """Break all text into lines and measure it. `numbers` are those of the steps in the words."""
    sideways = diagram.direction in ("LR", "RL")
    width = BOX_WIDTHS[1] if sideways else BOX_WIDTHS.get(plan.columns, NARROW)
    digits = len(str(len(numbers)))
    boxes = {step.id: box_for(step, numbers[step.id], width, digits) for step in diagram.steps}
    titles = {
        actor.id: label_for(actor.name, width - BESIDE_TITLE, bold=True, margin=0)
        for actor in diagram.actors
    }
    insets = measure_insets(plan.lanes, titles, sideways)
    beside = {} if sideways else _beside(plan, titles, insets)
    highest = max((box.height for box in boxes.values()), default=EMPTY)
    return Measures(boxes, titles, insets, beside, width, highest if sideways else width, sideways)


def _beside(
    plan: Plan, titles: Mapping[str, Label], insets: Mapping[str, Inset]
) -> dict[Cell, float]:
    found: dict[Cell, float] = {}
    for lane in plan.every_lane():
        end = BORDER + PAST_TITLE - insets[lane.actor].before + titles[lane.actor].width
        place = lane.left, lane.top
        found[place] = max(found.get(place, 0.0), end)
    return found
