"""Dates as front matter has them and as readers read them."""

from __future__ import annotations

import re
from datetime import date


def read_date(value: str) -> date | None:
    """A date written year-month-day; None where it is not one."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def in_words(day: date | None) -> str:
    """A date as British readers write it, such as 21 May 2027; empty for none."""
    return f"{day.day} {day:%B %Y}" if day else ""
