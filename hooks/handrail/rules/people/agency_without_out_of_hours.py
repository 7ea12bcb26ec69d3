"""Every agency's contacts say whom to call at night and at weekends.

Most crises come outside office hours, when the front door does not answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.rules.people.rows import is_out_of_hours

ID = "agency-without-out-of-hours"
LEVEL = "warning"
ACT = ()

STAFFED = ("signatory", "partner", "everyone")
"""Kinds of agency that families must be able to reach at any hour."""


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each agency none of whose contacts is such a row."""
    for agency in handbook.agencies:
        if agency.kind in STAFFED and not any(map(is_out_of_hours, agency.contacts)):
            yield Fault(
                agency.page.start,
                f'the contacts of "{agency.name}" do not say whom to call out of hours',
                "add a row such as | Any other time | Emergency duty team | 01632 960190 |",
            )
