"""A diagram that is no flowchart stands beside the same in words.

Handrail puts flowcharts into words by itself. A timeline or a sequence it cannot, so the writer
does: in a box or a fold right below the diagram that is titled "In words".
WCAG 2.2, 1.1.1 Non-text content.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.html import Document, Element, words

ID = "diagram-without-words"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each such diagram that no part titled "In words" follows. One that cannot be
    read at all is told so already."""
    unread = {(d.place.path, d.place.line) for d in handbook.diagrams if d.unread}
    for document in handbook.rendered.values():
        for fault in _without_words(document):
            if (fault.place.path, fault.place.line) not in unread:
                yield fault


def _without_words(document: Document) -> Iterator[Fault]:
    for figure in document.elements("figure"):
        wordless = figure.has_class("pathway") and not figure.find("ol")
        if wordless and not _says_in_words(figure):
            yield Fault(
                document.place(figure),
                "the diagram is no flowchart, and no words stand in for it",
                'add a part right below it: ??? note "In words", with the same in sentences',
            )


def _says_in_words(figure: Element) -> bool:
    after = next((node for node in figure.next_siblings if isinstance(node, Element)), None)
    return after is not None and "in words" in words(after)[:60].casefold()
