"""Every answer to a question leads one way only.

With two arrows for "Yes", two workers with the same family go two ways. Where one answer sets off
several things at once, one arrow says so: ask -->|Yes| ring & write.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.pathway import QUESTION, Diagram

ID = "answer-repeated"
LEVEL = "error"
ACT = ()


def check_pathway(diagram: Diagram, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each answer that stands on an earlier arrow of the same question."""
    for step in diagram.steps:
        lines: dict[str, int] = {}
        for arrow in diagram.leaving(step.id) if step.kind == QUESTION else ():
            answer = arrow.answer.casefold()
            if answer and lines.setdefault(answer, arrow.place.line) != arrow.place.line:
                yield Fault(
                    arrow.place,
                    f'question "{step.text}" has the answer "{arrow.answer}" twice',
                    "say on each arrow what sets it apart, lead both to one step, or, where both "
                    "are to be done, join them with &",
                )
