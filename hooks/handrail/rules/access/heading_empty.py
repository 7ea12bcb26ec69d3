"""Every heading says something.

Screen readers announce a heading without words as "heading, level 2" and nothing more; in the
page's contents it is a link without a name. WCAG 2.2, 2.4.6 Headings and labels.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.html import words
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "heading-empty"
LEVEL = "error"
ACT = ()


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each heading that has signs in front and no words behind them. A heading in
    HTML without any content is found by heading-without-name."""
    written = written_of(page, handbook)
    for element in written.elements("h1", "h2", "h3", "h4", "h5", "h6"):
        if element.text.strip() and not words(element) and not element.find("img"):
            yield Fault(
                written.place_of_signs(element),
                f"a heading of level {element.tag[1]} has no words",
                "write what the part below it is about, or remove its signs",
            )
