"""Each page stands in the menu once.

A page in two places has one number, one way back and one next page: from the other place readers
turn the leaf into another chapter.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook

ID = "menu-entry-repeated"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each line of the menu whose page stands above already."""
    first: dict[str, int] = {}
    for line in handbook.menu_lines:
        above = first.setdefault(line.written, line.place.line)
        if above != line.place.line:
            message = f'"{line.written}" stands in the menu already, on line {above}'
            yield Fault(line.place, message, "remove one of the two lines, and link to the page")
