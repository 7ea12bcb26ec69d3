"""Puts the Mermaid engine's reasons for refusing a diagram into plain words, at the place where the
writer must mend it. The faults of flowcharts have mostly been found before, line by line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from handrail.finding import Fault, Place
from handrail.mermaid import Refusal
from handrail.read.flowchart import sayings

_PLAIN = (
    (r"[Ii]nvalid text label", *sayings.BRACKET),
    (r"^unexpected edge operator", *sayings.ARROW_TWICE),
    (r"^Unexpected character", *sayings.SIGN),
    (r"unexpected end of input", "the diagram stops in the middle of a line",
     "finish the last line"),
    (r"(?i)no mermaid diagram", "the diagram does not start with a kind that can be read",
     "start with a line that says: flowchart TD"),
    (r"(?i)YAML front-matter", "the lines between --- at its top cannot be read",
     "write each as name: value, such as title: Crisis"),
    (r"No such shape: (\S+?)\.?( |$)", 'there is no shape called "{0}"',
     "use one that Mermaid knows, such as rect, diamond, stadium or subproc"),
    (r"The index (\d+) for linkStyle is out of bounds", "no arrow has the number {0}",
     "count the arrows from 0, or remove the line"),
    (r"(?i)resource|limit|exceed", "the diagram is too large to draw safely",
     "split it into several pathways"),
)  # fmt: skip
_UNPLACED = (
    (r"No such shape: (\S+?)\.?(?: |$)", r"shape:\s*[\"']?{}\b"),
    (r"The index (\d+) for linkStyle", r"linkStyle\b.*\b{}\b"),
)
"""How the engine names what it gives no place for, and how writers write it."""


def explain(reason: str, place: Place) -> Fault:
    """The engine's `reason` as a fault at `place`, with one way to mend it."""
    for pattern, message, help in _PLAIN:
        match = re.search(pattern, reason)
        if match:
            return Fault(place, message.format(*match.groups()), help.format(*match.groups()))
    return Fault(
        place,
        f"the diagram cannot be read here: {_first_clause(reason)}",
        f"check this line and the one before it; if words hold punctuation, {sayings.QUOTE}",
    )


def locate(refusal: Refusal, lines: Sequence[str]) -> tuple[int, int]:
    """1-based line and column of what the writer must mend.

    The engine names shapes and styles of lines at the first line of the diagram.
    """
    for reason, written in _UNPLACED:
        named = re.search(reason, refusal.reason)
        for number, line in enumerate(lines, 1) if named else ():
            at = re.search(written.format(re.escape(named[1])), line)
            if at:
                return number, at.start() + 1
    return refusal.line, refusal.column


def _first_clause(reason: str) -> str:
    """The reason without the list of everything that could have stood there."""
    return re.split(r"; expected|, expected", reason)[0].strip()
