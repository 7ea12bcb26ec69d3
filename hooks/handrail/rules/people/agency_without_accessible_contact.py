"""Every agency has a contact for people who do not use a voice phone.

A deaf parent, or one who does not speak, is shut out by a page of phone numbers. The Equality Act
2010, section 20, asks for a way in that works for them.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.rules.people.rows import is_accessible

ID = "agency-without-accessible-contact"
LEVEL = "warning"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each agency none of whose contacts is such a row."""
    for agency in handbook.agencies:
        if not any(map(is_accessible, agency.contacts)):
            yield Fault(
                agency.page.start,
                f'the contacts of "{agency.name}" have no way in for people who cannot phone',
                "add a row for text relay (18001 before the number) or British Sign Language",
            )
