"""Dates are written year-month-day and exist.

Readers and reminders work from these dates; 31/02/2026 tells neither when to act.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.dates import read_date
from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.records.schema import DATES

ID = "date-wrong"
LEVEL = "error"
ACT = ()


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each date that cannot be read."""
    for name in DATES:
        value = page.get(name)
        if value and read_date(value) is None:
            yield Fault(
                page.place_of(name),
                f'{name} is "{value}", which cannot be read as a date',
                "write it year-month-day, such as 2026-11-21",
            )
