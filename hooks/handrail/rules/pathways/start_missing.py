"""Every pathway has a start.

Without one, nobody can tell what sets the pathway off, or who takes the first step.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.pathway import START, Diagram

ID = "start-missing"
LEVEL = "error"
ACT = ()


def check_pathway(diagram: Diagram, handbook: Handbook) -> Iterator[Fault]:
    """One fault where no step with round ends leads on."""
    if diagram.steps and not any(step.kind == START for step in diagram.steps):
        first = diagram.steps[0]
        yield Fault(
            diagram.place,
            "the pathway has no start",
            f'begin it with a step with round ends: {first.id}(["{first.text}"])',
        )
