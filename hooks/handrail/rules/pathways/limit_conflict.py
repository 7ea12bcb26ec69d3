"""The same step has the same time limit in every pathway.

Two limits for one step mean that each service keeps the longer one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.pathway import Diagram, Step

ID = "limit-conflict"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each limit of a step that differs from the first given for it."""
    first: dict[tuple[str, str], tuple[Step, Diagram]] = {}
    for diagram in handbook.diagrams:
        for step in diagram.steps:
            if step.limit:
                key = _owner(diagram, step), _task(step)
                other, where = first.setdefault(key, (step, diagram))
                if other.limit.casefold() != step.limit.casefold():
                    yield _conflict(step, other, handbook.page[where.uri].title)


def _owner(diagram: Diagram, step: Step) -> str:
    return diagram.actor[step.actor].name.casefold() if step.actor else ""


def _task(step: Step) -> str:
    """The step's words without its limit and without punctuation."""
    task = step.text.casefold().replace(step.limit.casefold(), " ")
    return " ".join(re.findall(r"\w+", task))


def _conflict(step: Step, other: Step, title: str) -> Fault:
    return Fault(
        step.place,
        f'"{step.text}" has the limit "{step.limit}" here, but "{other.limit}" in {title} '
        f"({other.place.path}, line {other.place.line})",
        "agree on one limit and write it in both",
    )
