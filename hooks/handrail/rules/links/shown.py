"""Tells what readers see of signs that should have become links or footnotes."""

from __future__ import annotations

from collections.abc import Iterator

from handrail.html import Document, Element, Text
from handrail.read.definitions import LINK, Mark

_CODE = ("code", "pre", "script", "style", "svg", "math")


def is_shown(mark: Mark, document: Document | None) -> bool:
    """True where the sign stands in the text of the page as rendered, outside code."""
    # The words of a link by name may be marked up; its name is not.
    sign = f"][{mark.written.rpartition('[')[2]}" if mark.kind == LINK else mark.written
    return document is not None and any(sign in text for text, _ in running_text(document))


def running_text(document: Document) -> list[tuple[str, Element]]:
    """(text, element that holds it) for each piece of text outside code, read once."""
    if __name__ not in document.notes:
        found = _texts(document.root) if "]" in document.root.text else ()
        document.notes[__name__] = list(found)
    return document.notes[__name__]


def _is_code(element: Element) -> bool:
    """True for code, and for the source of a diagram that was not drawn."""
    return element.tag in _CODE or element.has_class("mermaid")


def _texts(node: object) -> Iterator[tuple[str, Element]]:
    for child in node.children:
        if isinstance(child, Text):
            if "]" in child.data:
                yield child.data, node
        elif isinstance(child, Element) and not _is_code(child):
            yield from _texts(child)
