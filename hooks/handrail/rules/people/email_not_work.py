"""A champion's email address belongs to an organisation that signed up.

Messages about families do not belong in a mailbox at home, where no organisation can protect or
find them.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.mail import domain, is_address, is_home, is_within

ID = "email-not-work"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each address at a home provider or outside `email_domains`."""
    domains = handbook.settings.email_domains
    for champion in handbook.champions:
        address = champion.get("email")
        if not is_address(address) or (domains and is_within(address, domains)):
            continue
        if is_home(address):
            message = f'"{address}" is an address at home: {domain(address)} gives them to anybody'
            yield Fault(champion.place_of("email"), message, "write the work address")
        elif domains:
            message = f'"{address}" is at {domain(address)}, which is none of the work domains'
            help = f"correct it, or add {domain(address)} to email_domains in mkdocs.yml"
            yield Fault(champion.place_of("email"), message, help)
