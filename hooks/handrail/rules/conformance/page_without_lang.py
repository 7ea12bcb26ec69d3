"""Every page says in which language it is written.

A screen reader chooses its voice by the page's `lang`. Without one it guesses, and may read an
English page with the sounds of the last language it used.

WCAG 2.2, 3.1.1 Language of Page. ACT rule b5c3f8.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.pages import page_element
from handrail.finding import Fault
from handrail.html import Document

ID = "page-without-lang"
LEVEL = "error"
ACT = ("b5c3f8",)
LOOKS_AT = frozenset(("html",))


def check_html(document: Document) -> Iterator[Fault]:
    """Find a page that names no language."""
    page = page_element(document)
    if page is not None and not (page.attr("lang") or "").strip():
        yield Fault(
            document.place(page),
            "the page does not say in which language it is written",
            'write the language into the html tag: <html lang="en-GB">',
        )
