"""Every picture says in words what it shows.

Blind readers, and everyone whose connection drops the picture, get nothing else.
WCAG 2.2, 1.1.1 Non-text content. A picture that only decorates has an empty description in HTML:
`<img src="line.png" alt="">`.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.html import WRITTEN, Document

ID = "image-without-alt"
LEVEL = "error"
ACT = ("23a2a8",)


def check_html(document: Document) -> Iterator[Fault]:
    """One fault for each image of a page without words of its own."""
    for element in document.elements("img") if not document.whole else ():
        decorative = element.attr("alt") == "" and element.attr(WRITTEN) is None
        if not (element.attr("alt") or "").strip() and not decorative:
            name = element.attr(WRITTEN) or element.attr("src") or ""
            yield Fault(
                document.place(element),
                f'picture "{name}" has no description',
                f"write what it shows between the brackets: ![What it shows]({name})",
            )
