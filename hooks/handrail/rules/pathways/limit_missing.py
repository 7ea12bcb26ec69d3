"""On a page that promises time limits, every step to take has one.

A step without a limit is done last, or never.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.html import Document, words
from handrail.pathway import ACTION, Diagram

ID = "limit-missing"
LEVEL = "warning"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each step without a limit on a pathway page with a part on time limits."""
    for diagram in handbook.diagrams:
        document = handbook.rendered.get(diagram.uri)
        if document and _promises_limits(document):
            yield from _without_limit(diagram)


def _promises_limits(document: Document) -> bool:
    headings = document.elements("h2", "h3", "h4")
    return any("time limit" in words(heading).casefold() for heading in headings)


def _without_limit(diagram: Diagram) -> Iterator[Fault]:
    for step in diagram.steps:
        if step.kind == ACTION and not step.limit:
            yield Fault(
                step.place,
                f'step "{step.text}" has no time limit, though the page has a part on them',
                'write it into the step, such as "within 2 working days" or "same day"',
            )
