"""A champion's row says everything that a colleague needs in order to reach the champion.

An empty cell is noticed by the person who needed what it should have said.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.rules.people.columns import NAME, NEEDED, NOTHING, heading

ID = "cell-empty"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each cell that must say something and does not."""
    for champion in handbook.champions:
        for column, value in champion.cells:
            needed = column in NEEDED or column == NAME
            if needed and value.casefold() in NOTHING:
                who = f'the row of "{champion.post}"' if champion.post else "the row"
                yield Fault(
                    champion.place_of(column),
                    f'{who} says nothing under "{heading(column)}"',
                    _help(column),
                )


def _help(column: str) -> str:
    if column in ("phone", "email"):
        return "fill it in, or write None where there is none"
    return "fill it in"
