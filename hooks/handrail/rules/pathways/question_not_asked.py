"""Every question is put as a question.

"Eligibility" can mean that somebody is eligible, that they are not, or that somebody should find
out. A question mark makes clear that the reader has to answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.pathway import QUESTION, Diagram

ID = "question-not-asked"
LEVEL = "error"
ACT = ()


def check_pathway(diagram: Diagram, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each question without a question mark."""
    for step in diagram.steps:
        if step.kind == QUESTION and "?" not in step.text:
            yield Fault(
                step.place,
                f'"{step.text}" has the shape of a question but does not ask one',
                f"put it as a question: {step.text.rstrip('.:')}?",
            )
