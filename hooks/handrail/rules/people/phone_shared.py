"""Each champion has a phone number of their own.

The same number in two rows is mostly a row that was copied and never finished.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.phones import find_phones
from handrail.records import Champion

ID = "phone-shared"
LEVEL = "warning"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each number that stands in an earlier row as well."""
    first: dict[str, Champion] = {}
    for champion in handbook.champions:
        for phone in find_phones(champion.get("phone")):
            other = first.setdefault(phone.dial, champion)
            if other is not champion:
                yield Fault(
                    champion.place_of("phone"),
                    f'"{phone.written}" is also the number of "{other.post}" '
                    f"({other.place.path}, line {other.place.line})",
                    "correct one of the two; if they share a line, allow it and say so",
                )
