"""Every champion has agreed to be listed.

A name and a number are personal data; whoever stands here without having agreed may complain, and
rightly. Where a table has the column Consent, each row says Yes or the date.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.dates import read_date
from handrail.finding import Fault
from handrail.handbook import Handbook

ID = "consent-missing"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each row whose Consent cell says anything else."""
    for champion in handbook.champions:
        if "consent" not in dict(champion.cells):
            continue
        given = champion.get("consent")
        first = given.split(",")[0].split(" ")[0].casefold()
        if first != "yes" and read_date(given) is None:
            said = f'says "{given}" under Consent' if given else "says nothing under Consent"
            yield Fault(
                champion.place_of("consent"),
                f'the row of "{champion.post}" {said}',
                "write Yes, or the date, once the post-holder agrees; until then remove the row",
            )
