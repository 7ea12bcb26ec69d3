"""Every agency's contacts say what to do when somebody is in danger.

Whoever opens the page in an emergency reads no further than its table.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.rules.people.rows import is_emergency

ID = "agency-without-emergency"
LEVEL = "warning"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each agency none of whose contacts is such a row."""
    for agency in handbook.agencies:
        if not any(map(is_emergency, agency.contacts)):
            yield Fault(
                agency.page.start,
                f'the contacts of "{agency.name}" do not say whom to call in danger',
                "add a row such as | Someone is in danger now | Emergency services | 999 |",
            )
