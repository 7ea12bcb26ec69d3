"""Every phone number of a champion or agency can exist.

One digit too few, and a worker with a family in front of them hears that the number is not known.
Numbers are compared with the numbering plans that phonenumbers holds; 18001 before a number asks
for text relay.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault, Place
from handrail.handbook import Handbook
from handrail.phones import find_phones
from handrail.records import Champion
from handrail.rules.people.columns import NONE, NOTHING

ID = "phone-wrong"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each number that no phone can have, and each Phone cell without a number."""
    for champion in handbook.champions:
        yield from _champion(champion)
    for contact in handbook.contacts:
        for cell, column in zip(contact.cells, contact.columns, strict=True):
            yield from _numbers(cell, Place(contact.place.path, contact.place.line, column))


def _champion(champion: Champion) -> Iterator[Fault]:
    cell, place = champion.get("phone"), champion.place_of("phone")
    if cell.casefold() in NOTHING | NONE:
        return
    if not find_phones(cell):
        yield Fault(
            place,
            f'"{cell}" is no phone number',
            "write it with its area code, such as 01632 960101, or None where there is none",
        )
    yield from _numbers(cell, place)


def _numbers(cell: str, place: Place) -> Iterator[Fault]:
    for phone in find_phones(cell):
        if not phone.valid:
            yield Fault(
                place,
                f'there can be no phone number "{phone.written}"',
                "compare it with the source: a digit is missing, wrong or too many",
            )
