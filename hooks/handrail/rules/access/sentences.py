"""The sentences of a page that people read one after the other."""

from __future__ import annotations

from handrail.access.reading import sentences_of
from handrail.html import Element
from handrail.rules.access.written import Written

_TAGS = frozenset(("p", "li", "dd"))
"""Tables and headings hold names and facts more than sentences, and are left out."""


def sentences_in(written: Written) -> tuple[tuple[Element, str], ...]:
    """(block, sentence) for each sentence in paragraphs and items. Each page is split once."""
    notes = written.document.notes
    if "sentences" not in notes:
        notes["sentences"] = tuple(
            (passage.element, sentence)
            for passage in written.passages
            if passage.tag in _TAGS
            for sentence in sentences_of(passage.text)
        )
    return notes["sentences"]
