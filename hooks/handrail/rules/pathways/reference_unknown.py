"""A step that stands for another pathway leads to that pathway.

"Go to the crisis pathway" helps only those who know where it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.address import path_from
from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.pathway import REFERENCE, Diagram
from handrail.rules.near import nearest

ID = "reference-unknown"
LEVEL = "error"
ACT = ()


def check_pathway(diagram: Diagram, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each reference without a link."""
    titles = {page.title: page for page in handbook.pages if page.type == "pathway"}
    for step in diagram.steps:
        if step.kind == REFERENCE and not step.link:
            near = nearest(step.text.partition(":")[2].strip() or step.text, titles)
            there = path_from(diagram.uri, titles[near].uri) if near else "the-pathway.md"
            yield Fault(
                step.place,
                f'step "{step.text}" stands for another pathway but does not link to it',
                f'add a line to the diagram: click {step.id} "{there}"',
            )
