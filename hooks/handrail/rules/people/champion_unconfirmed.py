"""Every champion's row was confirmed within the period that the protocol sets.

People change jobs; a row that nobody has asked about for a year sends colleagues to a desk that is
empty. The period is `review_months` in `mkdocs.yml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.dates import read_date
from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.rules.review.periods import months_before

ID = "champion-unconfirmed"
LEVEL = "warning"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each confirmation that is older than the period."""
    months = handbook.settings.review_months
    oldest = months_before(handbook.settings.today, months)
    for champion in handbook.champions:
        day = read_date(champion.get("last confirmed"))
        if day and day < oldest:
            yield Fault(
                champion.place_of("last confirmed"),
                f'"{champion.post}" was last confirmed on {day}, more than {months} months ago',
                "ask the post-holder whether the row is right, then write today's date",
            )
