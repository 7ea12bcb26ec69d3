"""Every agency that signs the protocol says which role signs, and the sign-off table agrees.

Without a signature nobody is bound; with two different ones nobody knows by whom. The sign-off
table is any table with the columns Agency and Role that signs.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.records import Signature
from handrail.rules.near import did_you_mean, nearest

ID = "signatory-unknown"
LEVEL = "warning"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each agency without a signatory or without its row in the sign-off table, and
    each row that disagrees."""
    for agency in handbook.agencies:
        if agency.kind == "signatory" and not agency.page.get("signatory"):
            yield Fault(
                agency.page.start,
                f'the page does not say who signs for "{agency.name}"',
                "add a line such as signatory: Director of adult social services, "
                "or kind: partner if it does not sign",
            )
    for signature in handbook.signatures:
        yield from _row(signature, handbook)
    yield from _left_out(handbook)


def _left_out(handbook: Handbook) -> Iterator[Fault]:
    """A fault for each agency that signs and is in no sign-off table, where there is one."""
    names = [name for agency in handbook.agencies for name in agency.names]
    # A row with a slip in its name is a fault of its own.
    listed = {nearest(signature.agency, names) for signature in handbook.signatures}
    for agency in handbook.agencies if listed else ():
        signs = agency.kind == "signatory" and agency.page.get("signatory")
        if signs and listed.isdisjoint(agency.names):
            table = handbook.signatures[-1].place.path
            yield Fault(
                agency.page.place_of("signatory"),
                f'"{agency.name}" signs, but no row of the sign-off table names it',
                f"add a row for it in {table}, or kind: partner if it does not sign",
            )


def _row(signature: Signature, handbook: Handbook) -> Iterator[Fault]:
    agency = handbook.agency_by_name.get(signature.agency.casefold())
    if agency is None:
        names = [agency.name for agency in handbook.agencies]
        help = did_you_mean(signature.agency, names, "add a page for it, or correct the name")
        yield Fault(signature.place, f'no agency is called "{signature.agency}"', help)
        return
    role = agency.page.get("signatory")
    if role and role.casefold() != signature.role.casefold():
        yield Fault(
            signature.place,
            f'here "{signature.role}" signs for "{agency.name}", on its page "{role}"',
            f"make the two agree, here or in {agency.page.path}",
        )
