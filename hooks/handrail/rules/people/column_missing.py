"""A champion table has every column that colleagues search the directory by.

Without Team, Topics or Hours nobody can tell which champion to ask, or when.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.rules.people.columns import NAME, NEEDED, heading

ID = "column-missing"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each column that a table lacks."""
    for table in handbook.champion_tables:
        names = {"post" if name.lower() == NAME else name.lower() for name in table.names}
        for column in NEEDED:
            if column not in names:
                message = f'the table of champions has no column "{heading(column)}"'
                yield Fault(table.place, message, "add it, and fill it in every row")
