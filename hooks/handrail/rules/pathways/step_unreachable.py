"""Every step can be reached from a start.

A step that no arrow leads to is never taken, however important.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.pathway import Diagram

ID = "step-unreachable"
LEVEL = "error"
ACT = ()


def check_pathway(diagram: Diagram, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each step that no way from a start leads to."""
    reached = diagram.reached
    for step in diagram.steps:
        if step.id not in reached:
            yield Fault(
                step.place,
                f'step "{step.text}" cannot be reached',
                "draw an arrow to it, or make it a start with round ends: "
                f"{step.id}([{step.text}])",
            )
