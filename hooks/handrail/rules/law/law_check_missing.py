"""The page of a law says when it was checked and by which role, or that it has to be checked.

Readers take words about the law for the law. "To be checked before adoption." tells them, and the
working group, that nobody has compared it yet.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook

ID = "law-check-missing"
LEVEL = "warning"
ACT = ()

UNCHECKED = "To be checked before adoption"


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each instrument without a check or those words, or with a check by nobody."""
    for instrument in handbook.instruments:
        page = instrument.page
        marked = UNCHECKED.casefold() in " ".join(page.body.split()).casefold()
        if not instrument.checked and not marked:
            message = f'"{page.title}" does not say when it was checked'
            help = f"add checked: and checked_by:, or write: {UNCHECKED}."
            yield Fault(page.start, message, help)
        elif instrument.checked and not page.get("checked_by"):
            message = f'"{page.title}" does not say which role checked it'
            yield Fault(
                page.place_of("checked"), message, "add a line such as checked_by: Legal adviser"
            )
