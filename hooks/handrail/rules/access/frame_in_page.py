"""Pages hold what they show; nothing of another site is set into them.

A frame is a page in a page: with its own cookies, its own faults, no place in print and, on many
intranets, blocked. WCAG 2.2, 4.1.2 Name, role, value and conformance requirement 5.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "frame-in-page"
LEVEL = "error"
ACT = ()
COVERS = ("iframe-without-name", "resource-from-elsewhere")
LOOKS_AT = frozenset(("iframe", "frame", "object", "embed"))


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each frame, object or embedded file."""
    written = written_of(page, handbook)
    for element in written.elements("iframe", "frame", "object", "embed"):
        target = element.attr("src") or element.attr("data") or ""
        yield Fault(
            written.place(element),
            f'<{element.tag}> sets "{target}" into the page',
            "link to it instead, and say in the text what people find there",
        )
