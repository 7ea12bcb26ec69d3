"""The columns of a champion table are those that the directory knows.

Under a misspelt heading, what a champion's row says is shown nowhere but on its own page.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault, Place
from handrail.handbook import Handbook
from handrail.rules.near import did_you_mean
from handrail.rules.people.columns import NAME, NEEDED, OPTIONAL, heading

ID = "column-unknown"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each heading that means nothing, or that stands twice."""
    known = [heading(name) for name in (*NEEDED, *OPTIONAL, NAME)]
    for table in handbook.champion_tables:
        seen: set[str] = set()
        for name, column in zip(table.names, table.columns, strict=True):
            place = Place(table.place.path, table.place.line, column)
            if heading(name) in seen:
                yield Fault(place, f'the table has two columns "{name}"', "keep one of the two")
            elif heading(name) not in known:
                help = did_you_mean(name, known, f"there are: {', '.join(known)}")
                yield Fault(place, f'a table of champions has no column "{name}"', help)
            seen.add(heading(name))
