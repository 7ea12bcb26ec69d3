"""Each footnote and each link definition of a page has a name of its own.

Of two with one name only one counts, and the other's words or address are lost without a sign.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page

ID = "definition-repeated"
LEVEL = "error"
ACT = ()


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each footnote or link definition whose name stands above already."""
    first: dict[tuple[str, str], int] = {}
    for mark in handbook.definitions[page.uri].defined:
        line = first.setdefault((mark.kind, mark.key), mark.place.line)
        if line != mark.place.line:
            message = f"{mark.written} stands on this page already, on line {line}"
            yield Fault(mark.place, message, "give it another name, or remove one of the two")
