"""Every heading has words in it.

People who use a screen reader move from heading to heading to find their way. An empty one is a
stop where nothing is said.

WAI-ARIA 1.2, role heading; helps with WCAG 2.2, 1.3.1 and 2.4.6. ACT rule ffd0e9.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.facts import facts_of
from handrail.access.names import nameless_of
from handrail.access.quoting import tag_of
from handrail.finding import Fault
from handrail.html import Document

ID = "heading-without-name"
LEVEL = "error"
ACT = ("ffd0e9",)


def check_html(document: Document) -> Iterator[Fault]:
    """Find headings that have no accessible name."""
    facts = facts_of(document)
    for element in nameless_of(facts, frozenset(("heading",))):
        yield Fault(
            document.place(element),
            f"the heading {tag_of(element)} has no words",
            "write the heading, or remove it; space between sections is a matter of style",
        )
