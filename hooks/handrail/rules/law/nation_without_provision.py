"""An idea that each nation's law has in its own place says for every nation where that is.

An empty cell does not tell whether the nation has no such law or nobody looked.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.law.kinds import NATIONS

ID = "nation-without-provision"
LEVEL = "warning"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each nation without words in a row of a table headed "Idea"."""
    for row in handbook.nation_rows:
        said = {cell.nation for cell in row.cells if cell.text}
        for nation in NATIONS if row.is_idea else ():
            if nation not in said:
                message = f'"{row.name}" does not say what holds in {nation}'
                help = 'link to the provision, or say that there is none: "No matching provision"'
                yield Fault(row.place, message, help)
