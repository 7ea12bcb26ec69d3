"""A page stays as it is until its reader decides otherwise.

A page that reloads or moves on after a while takes the text away from people who read slowly, and
sets people who use a screen reader back to the start.

WCAG 2.2, 2.2.1 Timing Adjustable, which lets pass what takes longer than 20 hours. ACT rule bc659a.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.refresh import refresh_of
from handrail.finding import Fault
from handrail.html import Document

ID = "refresh-delayed"
LEVEL = "error"
ACT = ("bc659a",)
LOOKS_AT = frozenset(("meta",))

_TWENTY_HOURS = 72_000


def check_html(document: Document) -> Iterator[Fault]:
    """Find a page that reloads or moves on within 20 hours, other than at once."""
    found = refresh_of(document)
    if found and 0 < found[1] <= _TWENTY_HOURS:
        meta, delay = found
        yield Fault(
            document.place(meta),
            f"the page reloads or moves on by itself after {delay} seconds",
            "remove the refresh, or set it to 0 if the page has moved for good",
        )
