"""Dates as front matter has them, as people write them, and as readers read them."""

from __future__ import annotations

import re
from datetime import date, datetime

_WRITTEN = ("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y/%m/%d", "%Y.%m.%d", "%Y-%m-%d", "%d %B %Y",
            "%d %b %Y")  # fmt: skip
"""Forms in which a British reader cannot take one day for another."""


def read_date(value: str) -> date | None:
    """A date written year-month-day; None where it is not one."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def meant(value: str) -> date | None:
    """The day that a date in another form stands for; None where that is not certain.

    The day comes before the month, as in Britain: 3/4/2026 and 3rd April 2026 are one day.
    """
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", value.strip(), flags=re.IGNORECASE)
    plain = re.sub(r"\bSept\b", "Sep", " ".join(plain.replace(",", " ").split()))
    for form in _WRITTEN if plain.isascii() else ():
        try:
            return datetime.strptime(plain, form).date()
        except ValueError:
            continue
    return None


def in_words(day: date | None) -> str:
    """A date as British readers write it, such as 21 May 2027; empty for none."""
    return f"{day.day} {day:%B %Y}" if day else ""
