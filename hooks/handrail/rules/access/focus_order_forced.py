"""The keyboard goes through a page in the order in which it is read.

A tabindex above 0 makes the Tab key jump there first, from everywhere, and people who cannot use a
mouse lose their place. WCAG 2.2, 2.4.3 Focus order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "focus-order-forced"
LEVEL = "error"
ACT = ()
LOOKS_AT = frozenset(("[tabindex]",))

_ABOVE_ZERO = re.compile(r"\s*\+?0*[1-9]")


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each tabindex above 0."""
    written = written_of(page, handbook)
    for element, name in written.with_attribute("tabindex"):
        value = element.attr(name) or ""
        if _ABOVE_ZERO.match(value):
            yield Fault(
                written.place_of_attribute(element, name),
                f'tabindex="{value}" takes <{element.tag}> out of the order of the page',
                "remove tabindex, and move the element to where it belongs",
            )
