"""Every picture says in words what it shows.

Blind readers, and everyone whose connection drops the picture, get nothing else.
WCAG 2.2, 1.1.1 Non-text content. A picture that only decorates is written in HTML, where an empty
description is a decision: `<img src="../line.png" alt="">`. So is a symbol beside words that say
the same, as in easy read: `![](phone.svg){ .symbol } You can phone.`
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.html import WRITTEN, Document, Element, words

ID = "picture-without-words"
LEVEL = "error"
ACT = ()
LOOKS_AT = frozenset(("img",))


def check_html(document: Document) -> Iterator[Fault]:
    """One fault for each picture that was written in Markdown with empty brackets."""
    for element in document.elements("img"):
        name = element.attr(WRITTEN)
        described = (element.attr("alt") or "").strip() or _is_beside_words(element)
        if name is not None and not described:
            yield Fault(
                document.place(element),
                f'picture "{name}" has no description',
                f"write what it shows between the brackets: ![What it shows]({name})",
            )


def _is_beside_words(element: Element) -> bool:
    return element.has_class("symbol") and bool(words(element.parent).strip())
