"""How pages look is settled in one place, for the whole site.

Styles in a page break dark colours, print and large text, and take away the settings by which
people make text readable for themselves. WCAG 2.2, 1.4.3 Contrast and 1.4.12 Text spacing.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "style-in-page"
LEVEL = "error"
ACT = ()
LOOKS_AT = frozenset(("style", "font", "center", "marquee", "blink"))


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each style sheet in a page, and for each element that sets font or colour."""
    written = written_of(page, handbook)
    for element in written.elements("style", "font", "center", "marquee", "blink"):
        message = f"<{element.tag}> changes how this page looks"
        help = "remove it; looks belong into the site's style sheet"
        yield Fault(written.place(element), message, help)
