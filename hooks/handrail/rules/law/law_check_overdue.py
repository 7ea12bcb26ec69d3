"""Law is compared with the official text at least as often as the protocol promises.

Law changes without notice to those who copied it. The period is `review_months` in mkdocs.yml.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from handrail.dates import read_date
from handrail.finding import Fault
from handrail.handbook import Handbook

ID = "law-check-overdue"
LEVEL = "warning"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each instrument whose last check is older than the period."""
    months = handbook.settings.review_months
    for instrument in handbook.instruments:
        checked = read_date(instrument.checked)
        if checked and _months_later(checked, months) < handbook.settings.today:
            page = instrument.page
            by = f' ("{page.get("checked_by")}")' if page.get("checked_by") else ""
            yield Fault(
                page.place_of("checked"),
                f'"{page.title}" was last checked on {checked}, more than {months} months ago',
                f"have its checker{by} compare the page with the official text and set a new date",
            )


def _months_later(day: date, months: int) -> date:
    """The same day some months later; the last of the month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")
