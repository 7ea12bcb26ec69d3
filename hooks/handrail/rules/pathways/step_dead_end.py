"""Every step leads on, or is an end.

A referral that ends nowhere is how families get lost between services.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.pathway import ACTION, QUESTION, Diagram

ID = "step-dead-end"
LEVEL = "error"
ACT = ()


def check_pathway(diagram: Diagram, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each step that leads nowhere and is no end."""
    for step in diagram.steps:
        if step.kind in (ACTION, QUESTION) and not diagram.leads_on(step):
            help = f'draw an arrow from it, or make it an end: {step.id}(["{step.text}"])'
            if step.kind == QUESTION:
                help = f"draw an arrow for each answer, such as {step.id} -->|Yes| next"
            yield Fault(step.place, f'step "{step.text}" leads nowhere', help)
