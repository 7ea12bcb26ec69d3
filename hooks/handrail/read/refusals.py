"""Puts the Mermaid engine's reasons for refusing a diagram into plain words."""

from __future__ import annotations

import re

from handrail.finding import Fault, Place

QUOTE = 'put the words in straight double quotes: step["Call (urgent)"]'

_PLAIN = (
    (r"Unterminated node label \(missing `(.+?)`\)", 'a box is opened but its "{0}" is missing',
     'close the box with "{0}", or put its words in straight double quotes'),
    (r"[Ii]nvalid text label", "the words in a box contain a bracket or quote mark", QUOTE),
    (r"Unterminated flowchart pipe edge label", "the words on an arrow are not closed",
     'put a | on both sides of them: ask -->|Yes| call'),
    (r"Unterminated (?:string|quote)", "a double quote is opened but never closed",
     "close it with a straight double quote"),
    (r'unexpected end of input; expected "end"', "a subgraph is opened but never closed",
     "put a line with the word end after its last step"),
    (r"unexpected end of input", "the diagram stops in the middle of a line",
     "finish the last arrow with the step it leads to"),
    (r"^unexpected end;", 'the word "end" stands where a step is expected',
     'give the step another ID, such as finish, or remove an "end" without a subgraph'),
    (r"(?i)no mermaid diagram", "the diagram does not start with a kind that can be read",
     "start with a line that says: flowchart TD"),
    (r"(?i)resource|limit|exceed", "the diagram is too large to draw safely",
     "split it into several pathways"),
)  # fmt: skip


def explain(reason: str, place: Place) -> Fault:
    """The engine's `reason` as a fault at `place`, with one way to mend it."""
    for pattern, message, help in _PLAIN:
        match = re.search(pattern, reason)
        if match:
            return Fault(place, message.format(*match.groups()), help.format(*match.groups()))
    return Fault(
        place,
        f"the diagram cannot be read here: {_first_clause(reason)}",
        f"check this line and the one before it; if words hold punctuation, {QUOTE}",
    )


def _first_clause(reason: str) -> str:
    """The reason without the list of everything that could have stood there."""
    return re.split(r"; expected|, expected", reason)[0].strip()
