"""Every champion's email address is one.

A message to a misspelt address comes back hours later, or never.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.mail import is_address
from handrail.rules.people.columns import NONE, NOTHING

ID = "email-wrong"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each Email cell that is not exactly one address."""
    for champion in handbook.champions:
        address = champion.get("email")
        if address.casefold() not in NOTHING | NONE and not is_address(address):
            yield Fault(
                champion.place_of("email"),
                f'"{address}" is no email address',
                "write one address and nothing else, such as champion.north@example.org",
            )
