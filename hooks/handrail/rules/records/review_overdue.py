"""A page is reviewed by the date it promises.

An out-of-date page looks exactly like a current one; people are sent to numbers that nobody
answers.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.dates import read_date
from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page

ID = "review-overdue"
LEVEL = "warning"
ACT = ()


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault where the review date has passed."""
    due = read_date(page.get("review_by"))
    if due and due < handbook.settings.today:
        owner = f'the owner, "{page.get("owner")}",' if page.get("owner") else "the owner"
        yield Fault(
            page.place_of("review_by"),
            f"the review was due by {due.isoformat()}",
            f"ask {owner} to review the page and set a new date",
        )
