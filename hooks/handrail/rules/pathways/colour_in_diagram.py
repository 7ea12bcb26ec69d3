"""A diagram says what it means in words and shapes, not in colours of its own.

Colours vanish in greyscale print, in the dark palette and for colour-blind readers, so Handrail
draws every pathway in its own, and what a colour was to say would be lost.
WCAG 2.2, 1.4.1 Use of colour and 1.4.3 Contrast.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.pathway import Diagram

ID = "colour-in-diagram"
LEVEL = "warning"
ACT = ()


_COLOURED = re.compile(r"\s*(?:classDef|style|linkStyle)\s.*\b(?:fill|color|stroke)\s*:")


def check_pathway(diagram: Diagram, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each line of the diagram that sets a colour."""
    for number, line in enumerate(diagram.source.split("\n")):
        if _COLOURED.match(line):
            yield Fault(
                diagram.place.moved(number, diagram.place.column + len(line) - len(line.lstrip())),
                f'"{" ".join(line.split())}" sets a colour, which is not shown',
                "remove it, and say in the step's words what the colour was to say",
            )
