"""Readers can set lines further apart.

People with dyslexia or poor sight open up the lines of a text to be able to follow them. A `style`
with `!important` and tight lines keeps them from doing so.

WCAG 2.2, 1.4.12 Text Spacing: 1.5 times the size of the text. ACT rule 78fd32. Text that surely
fits on one line does not count.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.facts import facts_of
from handrail.access.quoting import cut
from handrail.access.spacing import forced, wraps
from handrail.finding import Fault
from handrail.html import Document

ID = "line-height-forced"
LEVEL = "error"
ACT = ("78fd32",)
LOOKS_AT = frozenset(("[style]",))


def check_html(document: Document) -> Iterator[Fault]:
    """Find text of several lines whose line height is forced to be tight."""
    facts = facts_of(document)
    for element, value in forced(facts, "line-height", 1.5):
        if wraps(facts, element):
            yield Fault(
                document.place(element),
                f'"line-height: {cut(value)} !important" keeps readers from opening up the lines',
                "remove !important, or set at least 1.5",
            )
