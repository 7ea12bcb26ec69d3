"""Lists, tables and diagrams come out as such.

Without an empty line before it, a list or table runs on as part of the sentence above: its signs
are read out one by one, and steps and numbers are lost. Code hosts show it as a list all the same,
so the writer does not see it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.html import Document

ID = "markup-shown-as-text"
LEVEL = "error"
ACT = ()

_LIST = re.compile(r"(?<=\n) {0,3}(?:[-*+]|1[.)])\s+\S")
_TABLE = re.compile(r"^[ \xa0|:]*--[\xa0 :-]*\|[\xa0 |:-]*$", re.MULTILINE)
_DIAGRAM = re.compile(r"mermaid\s*\n")
_SIGNS = (
    ("p", "\n", _LIST, "the list is shown as part of a paragraph", "leave an empty line before it"),
    (
        "p",
        "--",
        _TABLE,
        "the table is shown as text, with its bars and dashes",
        "leave an empty line before it, and give this line one group of dashes for each column",
    ),
    (
        "code",
        "mermaid",
        _DIAGRAM,
        "the diagram is shown as text",
        "put its first line of backticks on a line of its own, with an empty line before it",
    ),
)
"""(element, what its text has if it has the sign, the sign, what readers get, how to mend it)"""


def check_html(document: Document) -> Iterator[Fault]:
    """One fault for each paragraph or piece of code that should have been something else."""
    for tag, piece, sign, message, help in _SIGNS:
        for element in document.elements(tag):
            text = element.text
            found = sign.search(text) if piece in text else None
            if found and not _in_block(element):
                above = text.count("\n", 0, found.start())
                yield Fault(document.place(element).moved(above, 1), message, help)


def _in_block(element: object) -> bool:
    """True for code that stands in a block of its own and is meant as code."""
    return element.tag == "code" and element.parent.tag == "pre"
