"""Every step can be reached from a start.

A step that no arrow leads to is never taken, however important.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.pathway import START, Diagram, Step

ID = "step-unreachable"
LEVEL = "error"
ACT = ()


def check_pathway(diagram: Diagram, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each step at which a way begins that no start leads to."""
    starts = [step.id for step in diagram.steps if step.kind == START]
    if not starts:
        return  # start-missing says so, once
    reached = diagram.reached_from(starts)
    # Those that no arrow leads to come first: what only follows from them needs no mending.
    for step in sorted(diagram.steps, key=lambda step: len(diagram.entering(step.id)) > 0):
        if step.id not in reached:
            yield _unreachable(step)
            reached |= diagram.reached_from([step.id])


def _unreachable(step: Step) -> Fault:
    return Fault(
        step.place,
        f'step "{step.text}" cannot be reached',
        f'draw an arrow to it, or make it a start with round ends: {step.id}(["{step.text}"])',
    )
