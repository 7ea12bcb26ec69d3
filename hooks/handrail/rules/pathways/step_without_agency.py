"""Every step belongs to the agency that takes it.

What everybody should do, nobody does.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.pathway import ACTION, QUESTION, Diagram

ID = "step-without-agency"
LEVEL = "error"
ACT = ()


def check_pathway(diagram: Diagram, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each action or question outside every subgraph."""
    for step in diagram.steps:
        if step.kind in (ACTION, QUESTION) and not step.actor:
            yield Fault(
                step.place,
                f'step "{step.text}" belongs to no agency',
                "put it inside the subgraph of the agency that takes it",
            )
