"""A page never changes under its reader, however long it stays open.

Even after a day, a page that reloads by itself can lose what somebody was about to read or had
typed. The strictest level of WCAG allows it at no delay.

WCAG 2.2, 2.2.4 Interruptions and 3.2.5 Change on Request (level AAA). ACT rule bisz58.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.refresh import refresh_of
from handrail.finding import Fault
from handrail.html import Document

ID = "refresh-ever"
LEVEL = "warning"
ACT = ("bisz58",)
LOOKS_AT = frozenset(("meta",))


def check_html(document: Document) -> Iterator[Fault]:
    """Find a page that reloads or moves on, other than at once."""
    found = refresh_of(document)
    if found and found[1] > 0:
        yield Fault(
            document.place(found[0]),
            f"the page changes without being asked, after {found[1]} seconds",
            "remove the refresh and let people reload the page themselves",
        )
