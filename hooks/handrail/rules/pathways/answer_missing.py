"""Every arrow out of a question says which answer it stands for.

Without the words, a reader has to guess which way is yes.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.pathway import QUESTION, Diagram

ID = "answer-missing"
LEVEL = "error"
ACT = ()


def check_pathway(diagram: Diagram, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each arrow out of a question that has no words."""
    for step in diagram.steps:
        for arrow in diagram.leaving(step.id) if step.kind == QUESTION else ():
            if not arrow.answer and len(diagram.leaving(step.id)) > 1:
                target = diagram.text(arrow.target)
                given = {other.answer.casefold() for other in diagram.leaving(step.id)}
                answer = "No" if "yes" in given else "Yes"
                yield Fault(
                    arrow.place,
                    f'the arrow from question "{step.text}" to "{target}" has no answer',
                    f"write the answer on it, such as {arrow.source} -->|{answer}| {arrow.target}",
                )
