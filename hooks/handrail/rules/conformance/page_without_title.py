"""Every page has a title.

The title is what people hear first, what they see on the tab and in a list of search results, and
how they find the page again among others.

WCAG 2.2, 2.4.2 Page Titled. ACT rule 2779a5.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.facts import facts_of
from handrail.access.pages import page_element
from handrail.finding import Fault
from handrail.html import Document

ID = "page-without-title"
LEVEL = "error"
ACT = ("2779a5",)
LOOKS_AT = frozenset(("html",))


def check_html(document: Document) -> Iterator[Fault]:
    """Find a page whose first title is missing or empty."""
    page = page_element(document)
    if page is None:
        return
    title = next(facts_of(document).html("title"), None)
    if title is None or not title.text.strip():
        yield Fault(
            document.place(page if title is None else title),
            "the page has no title",
            "say in <title> what the page is about",
        )
