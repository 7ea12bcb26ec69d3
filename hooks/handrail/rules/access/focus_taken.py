"""A page opens at its beginning.

With autofocus, screen readers start in the middle, and what stands before is never heard; phones
open their keyboard over the page. WCAG 2.2, 3.2.1 On focus and 2.4.3 Focus order.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "focus-taken"
LEVEL = "error"
ACT = ()
LOOKS_AT = frozenset(("[autofocus]",))


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each autofocus."""
    written = written_of(page, handbook)
    for element, name in written.with_attribute("autofocus"):
        yield Fault(
            written.place_of_attribute(element, name),
            f"<{element.tag}> takes the focus when the page opens",
            "remove autofocus",
        )
