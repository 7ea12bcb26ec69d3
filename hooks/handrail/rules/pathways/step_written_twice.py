"""Every step of a diagram has an ID of its own.

Of two boxes with the same ID, Mermaid keeps the words of the last and drops the other without a
word: a step that somebody meant staff to take is gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.pathway import Diagram

ID = "step-written-twice"
LEVEL = "error"
ACT = ()

_BOX = r'(?<![\w-])(?P<id>{})[\[({{>]+\s*(?:"(?P<quoted>[^"]*)"|(?P<plain>[^\])}}"\n]*))'
_WORDS = r'"[^"]*"|\|[^|\n]*\||%%[^\n]*'
"""What may look like a box and is none."""


def check_pathway(diagram: Diagram, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each box that takes the place of an earlier one with other words."""
    ids = "|".join(re.escape(step.id) for step in diagram.steps)
    first: dict[str, re.Match] = {}
    for box in re.finditer(f"{_BOX.format(ids)}|{_WORDS}", diagram.source) if ids else ():
        if box["id"] and _words(first.setdefault(box["id"], box)) != _words(box):
            line = diagram.source.count("\n", 0, box.start())
            column = box.start() - diagram.source.rfind("\n", 0, box.start())
            place = diagram.place.moved(line, column + diagram.place.column - 1)
            name, earlier = box["id"], _words(first[box["id"]])
            message = f'step "{_words(box)}" has the ID {name} of step "{earlier}", which is lost'
            yield Fault(place, message, f"give one of the two another ID, such as {name}2")


def _words(box: re.Match) -> str:
    return " ".join((box["quoted"] or box["plain"] or "").split())
