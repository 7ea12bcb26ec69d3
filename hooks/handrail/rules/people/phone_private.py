"""A champion's mobile is a work mobile.

A private number, once published, goes on ringing after the champion has changed jobs, and nobody
asked the household that answers it.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.phones import find_phones

ID = "phone-private"
LEVEL = "warning"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each mobile number that is not said to be for work."""
    for champion in handbook.champions:
        cell = champion.get("phone")
        for phone in find_phones(cell):
            if phone.valid and phone.mobile and "work" not in cell.casefold():
                yield Fault(
                    champion.place_of("phone"),
                    f'"{phone.written}" is a mobile, and the row does not say whose',
                    f"if it is for work, write {phone.written} (work mobile); if not, remove it",
                )
