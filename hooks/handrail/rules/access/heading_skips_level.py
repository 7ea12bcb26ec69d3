"""Headings go down one level at a time.

Screen reader users jump from heading to heading; a gap looks like a part that is missing.
WCAG 2.2, 1.3.1 Info and relationships.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.html import Document, words

ID = "heading-skips-level"
LEVEL = "error"
ACT = ()


def check_html(document: Document) -> Iterator[Fault]:
    """One fault for each heading more than one level below the one before it."""
    before = 1
    for element in document.elements("h1", "h2", "h3", "h4", "h5", "h6"):
        level = int(element.tag[1])
        if level > before + 1:
            yield Fault(
                document.place(element),
                f'heading "{words(element)}" is level {level} after level {before}',
                f"start it with {'#' * (before + 1)} instead of {'#' * level}",
            )
        before = level
