"""Every place on a page has an anchor of its own.

Of two places with one anchor, links reach only the first.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.html import LINE, Document

ID = "anchor-repeated"
LEVEL = "error"
ACT = ()


def check_html(document: Document) -> Iterator[Fault]:
    """One fault for each element whose ID another one above it has."""
    for element in document.root.select("[id]"):
        name = element.attr("id")
        # What Handrail puts into a page has no line of its own.
        if name and document.ids[name] is not element and element.attr(LINE):
            yield Fault(
                document.place(element),
                f"the anchor #{name} stands on this page already, on line "
                f"{document.place(document.ids[name]).line}",
                "give one of the two another anchor: {#another-name}",
            )
