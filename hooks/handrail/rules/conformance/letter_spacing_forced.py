"""Readers can set letters further apart.

People with dyslexia or poor sight widen the spacing of text to be able to read it. A `style` with
`!important` and narrow letter spacing keeps them from doing so.

WCAG 2.2, 1.4.12 Text Spacing: 0.12 times the size of the text. ACT rule 24afc2.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.facts import facts_of
from handrail.access.quoting import cut
from handrail.access.spacing import forced
from handrail.finding import Fault
from handrail.html import Document

ID = "letter-spacing-forced"
LEVEL = "error"
ACT = ("24afc2",)
LOOKS_AT = frozenset(("[style]",))


def check_html(document: Document) -> Iterator[Fault]:
    """Find text whose letter spacing is forced to be narrow."""
    for element, value in forced(facts_of(document), "letter-spacing", 0.12):
        yield Fault(
            document.place(element),
            f'"letter-spacing: {cut(value)} !important" keeps readers from widening the text',
            "remove !important, or set at least 0.12em",
        )
