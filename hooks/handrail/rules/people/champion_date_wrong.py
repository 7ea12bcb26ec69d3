"""Under Last confirmed stands a day that exists and has come.

Readers judge by this date whether to trust the row.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from handrail.dates import read_date
from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.rules.people.columns import NOTHING

ID = "champion-date-wrong"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each date that cannot be read or lies ahead."""
    for champion in handbook.champions:
        value, place = champion.get("last confirmed"), champion.place_of("last confirmed")
        day = read_date(value)
        if value.casefold() in NOTHING:
            continue
        if day is None:
            message = f'"{value}" cannot be read as a date'
            yield Fault(place, message, f"write it year-month-day, such as {_meant(value)}")
        elif day > handbook.settings.today:
            message = f'"{value}" is still to come, so nobody can have confirmed the row then'
            yield Fault(place, message, "write the day on which the post-holder was asked")


def _meant(value: str) -> date | str:
    """The date as it should be written, where it can be told what was meant."""
    for form in ("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y", "%d/%m/%y"):
        try:
            return datetime.strptime(value, form).date()
        except ValueError:
            continue
    return "2026-11-21"
