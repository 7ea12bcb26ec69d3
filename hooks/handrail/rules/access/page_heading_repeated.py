"""A page has one heading of level 1: its own name.

With two, neither the page's contents nor a screen reader's list of headings tells which is the page
and which a part of it. WCAG 2.2, 1.3.1 Info and relationships.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "page-heading-repeated"
LEVEL = "error"
ACT = ()


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each heading of level 1 after the first."""
    written = written_of(page, handbook)
    headings = [passage for passage in written.passages if passage.tag == "h1"]
    for heading in headings[1:]:
        yield Fault(
            written.place(heading.element, heading.words),
            f'"{heading.words}" is a second heading of level 1',
            f"make it a part of the page: ## {heading.words}",
        )
