"""A nation's column of a table cites law that applies in that nation.

Section 47 means nothing in Scotland; a worker there who relies on it acts without power.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.law.register import Entry
from handrail.read.concepts import Cell

ID = "nation-of-another-law"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each link below a nation's name to an instrument of other nations only."""
    for row in handbook.nation_rows:
        for cell in row.cells:
            yield from _cell(cell, handbook.law.entries)


def _cell(cell: Cell, entries: dict[str, Entry]) -> Iterator[Fault]:
    for uri, _, place in cell.targets:
        entry = entries.get(uri)
        nations = entry.instrument.nations if entry else ()
        if nations and cell.nation not in nations:
            where = " and ".join(nations)
            message = f'the column {cell.nation} cites "{entry.title}", which is law in {where}'
            help = f"cite the law of {cell.nation}, or correct the nations on {uri}"
            yield Fault(place, message, help)
