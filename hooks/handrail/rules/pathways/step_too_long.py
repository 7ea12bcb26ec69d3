"""A step says one thing in a few words.

Long steps make small print of the whole diagram, and nobody reads them in a crisis.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.pathway import Diagram

ID = "step-too-long"
LEVEL = "warning"
ACT = ()

MOST_LETTERS = 100


def check_pathway(diagram: Diagram, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each step with more letters than a box can hold legibly."""
    for step in diagram.steps:
        if len(step.text) > MOST_LETTERS:
            yield Fault(
                step.place,
                f'step "{step.text[:50]}…" has {len(step.text)} letters; at a glance, '
                f"{MOST_LETTERS} can be read",
                "split it into two steps, or put the detail into the text below the diagram",
            )
