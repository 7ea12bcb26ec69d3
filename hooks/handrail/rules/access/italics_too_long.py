"""Italics are for a few words, not for whole passages.

Slanted letters run together for people with dyslexia or low vision. Guidance of the British
Dyslexia Association; WCAG 2.2, 1.4.8 Visual presentation.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.html import words
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "italics-too-long"
LEVEL = "warning"
ACT = ()
LOOKS_AT = frozenset(("em", "i"))

MOST = 12
"""Words: enough for the title of a law or a book."""


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each passage of more than twelve words in italics."""
    written = written_of(page, handbook)
    for element in written.elements("em", "i"):
        text = words(element)
        said = text.split()
        if len(said) > MOST:
            yield Fault(
                written.place(element, text),
                f'{len(said)} words from "{" ".join(said[:5])} …" on are in italics',
                "write them upright; mark someone's own words as a quotation with > before them",
            )
