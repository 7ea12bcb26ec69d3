"""Where a pathway has several starts, each says in its own words when to start there.

Two starts with the same words, or with hardly any, leave the reader to guess which is theirs.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.pathway import START, Diagram

ID = "start-unexplained"
LEVEL = "warning"
ACT = ()

FEWEST_WORDS = 3


def check_pathway(diagram: Diagram, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each of several starts whose words do not tell it from the others."""
    starts = [s for s in diagram.steps if s.kind == START and not diagram.entering(s.id)]
    seen: set[str] = set()
    for step in starts if len(starts) > 1 else ():
        if step.text.casefold() in seen or len(step.text.split()) < FEWEST_WORDS:
            yield Fault(
                step.place,
                f'the pathway has {len(starts)} starts, and "{step.text}" does not say when to use '
                "this one",
                "write who starts here and when, such as: A school is worried about a child",
            )
        seen.add(step.text.casefold())
