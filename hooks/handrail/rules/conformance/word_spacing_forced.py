"""Readers can set words further apart.

People with dyslexia or poor sight widen the gaps between words to be able to read. A `style` with
`!important` and narrow gaps keeps them from doing so.

WCAG 2.2, 1.4.12 Text Spacing: 0.16 times the size of the text. ACT rule 9e45ec.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.facts import facts_of
from handrail.access.quoting import cut
from handrail.access.spacing import forced
from handrail.finding import Fault
from handrail.html import Document

ID = "word-spacing-forced"
LEVEL = "error"
ACT = ("9e45ec",)
LOOKS_AT = frozenset(("[style]",))


def check_html(document: Document) -> Iterator[Fault]:
    """Find text whose word spacing is forced to be narrow."""
    for element, value in forced(facts_of(document), "word-spacing", 0.16):
        yield Fault(
            document.place(element),
            f'"word-spacing: {cut(value)} !important" keeps readers from widening the gaps',
            "remove !important, or set at least 0.16em",
        )
