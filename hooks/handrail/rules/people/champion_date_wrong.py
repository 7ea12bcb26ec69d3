"""Under Last confirmed stands a day that exists and has come.

Readers judge by this date whether to trust the row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.dates import meant, read_date
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
            likely = meant(re.sub(r"(?<=/)(?=\d\d$)", "20", value)) or "2026-11-21"
            yield Fault(place, message, f"write it year-month-day, such as {likely}")
        elif day > handbook.settings.today:
            message = f'"{value}" is still to come, so nobody can have confirmed the row then'
            yield Fault(place, message, "write the day on which the post-holder was asked")
