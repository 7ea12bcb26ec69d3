"""Every diagram has a title and a description.

A person who cannot see the diagram hears these first, and learns whether to read on.
WCAG 2.2, 1.1.1 Non-text content.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault, Place
from handrail.handbook import Handbook
from handrail.pathway import Diagram

ID = "diagram-without-description"
LEVEL = "error"
ACT = ()


def check_pathway(diagram: Diagram, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each of the two that is missing."""
    for words, name, example in (
        (diagram.title, "accTitle", "Referral to the young carers service"),
        (diagram.description, "accDescr", "Who refers, who answers, and by when"),
    ):
        if diagram.kind and not words:
            message = f"the diagram has no {'title' if name == 'accTitle' else 'description'}"
            help = f"write below its first line {name}: {example}"
            yield Fault(_place(diagram, name), message, help)


def _place(diagram: Diagram, name: str) -> Place:
    """Where the line begins that gives no words; the diagram's first line where there is none."""
    for number, line in enumerate(diagram.source.split("\n")):
        if line.lstrip().startswith(name):
            column = diagram.place.column + line.index(name)
            return diagram.place.moved(number, column)
    return diagram.place
