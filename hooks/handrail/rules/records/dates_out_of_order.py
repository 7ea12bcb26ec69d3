"""The dates of a page follow one another: approved, reviewed, to be reviewed.

A review that lies before the approval, or an approval that is still to come, is a slip of the pen
that makes a stale page look sound.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from handrail.dates import read_date
from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page

ID = "dates-out-of-order"
LEVEL = "error"
ACT = ()

PAST = ("approved", "last_reviewed", "checked")
"""Entries that say what has been done."""
ORDER = ("approved", "last_reviewed", "review_by")
"""Entries none of which is earlier than the one before it."""


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each date still to come and each that is earlier than the one before."""
    for name in PAST:
        day = read_date(page.get(name))
        if day and day > handbook.settings.today:
            message = f'{name} is "{day}", which is still to come'
            yield Fault(page.place_of(name), message, "write the day on which it was done")
    days = [(name, read_date(page.get(name))) for name in ORDER]
    known = [(name, day) for name, day in days if day]
    for (first, before), (second, after) in pairwise(known):
        if before > after:
            yield Fault(
                page.place_of(second),
                f'{second} is "{after}", which is before {first}, "{before}"',
                "correct the one that is wrong",
            )
