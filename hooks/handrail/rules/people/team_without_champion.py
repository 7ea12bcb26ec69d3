"""Every team that acts in a pathway has a champion, where its agency lists champions.

A worker who meets the team in a pathway looks for its champion and finds those of others.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.read.registers import ROW_UNREADABLE
from handrail.records import Agency

ID = "team-without-champion"
LEVEL = "warning"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each team, where a diagram first names it by a name in `also_called`."""
    # A row that cannot be read may be the team's own.
    pages = {
        agency.name: uri
        for uri, agency in handbook.agency_of.items()
        if not any(unread.rule == ROW_UNREADABLE for unread in handbook.page[uri].unread)
    }
    have = {champion.get("team").casefold() for champion in handbook.champions}
    for diagram in handbook.diagrams:
        for actor in diagram.actors:
            name = actor.name.casefold()
            agency = handbook.agency_by_name.get(name)
            if agency and agency.name in pages and name not in have and _is_team(name, agency):
                have.add(name)
                path = handbook.page[pages[agency.name]].path
                message = f'"{actor.name}" acts here and has no champion'
                yield Fault(actor.place, message, f"add a row for the team to {path}")


def _is_team(name: str, agency: Agency) -> bool:
    return name in {other.casefold() for other in agency.also_called} - {agency.name.casefold()}
