"""The first use of an abbreviation on a page is written out, in the text.

A hover tip does not exist on a phone, on paper or for most people who use a keyboard, and readers
come to a page by search, not by reading the ones before it. WCAG 2.2, 3.1.4 Abbreviations.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.words.uses import first_uses

ID = "abbreviation-not-expanded"
LEVEL = "warning"
ACT = ()


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each abbreviation whose first use is not written out."""
    glossary = handbook.glossary
    if page.type == "glossary":
        return
    for use in first_uses(page, handbook):
        words = use.later or glossary.expansion.get(use.short, "")
        is_known = use.short in glossary.plain or use.short in glossary.retired
        if words and not use.expanded and not is_known:
            yield Fault(
                use.place,
                f'"{use.short}" is not written out where this page first uses it',
                f"write: {words} ({use.short})",
            )
