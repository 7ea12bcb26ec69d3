"""Every question has at least two answers.

With one arrow only, the chart does not say what happens when the answer is no.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.pathway import QUESTION, Diagram

ID = "question-with-one-answer"
LEVEL = "error"
ACT = ()


def check_pathway(diagram: Diagram, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each question that one arrow leaves."""
    for step in diagram.steps:
        if step.kind == QUESTION and len(diagram.leaving(step.id)) == 1:
            given = diagram.leaving(step.id)[0].answer
            other = "Yes" if given.casefold().startswith("no") else "No"
            yield Fault(
                step.place,
                f'question "{step.text}" has one answer only',
                f"draw an arrow for the other answer, such as {step.id} -->|{other}| next",
            )
