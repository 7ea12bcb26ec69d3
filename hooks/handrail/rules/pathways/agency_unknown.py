"""Every agency in a diagram has a page, by its title or a name it is also called.

Staff follow the name to the phone number; a name without a page leads to no one. A team inside an
agency that has a page is found there.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.pathway import Actor, Diagram
from handrail.rules.near import did_you_mean, nearest

ID = "agency-unknown"
LEVEL = "warning"
ACT = ()


def check_pathway(diagram: Diagram, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each subgraph whose name no agency page bears."""
    names = handbook.agency_by_name
    for actor in diagram.actors:
        if actor.name.casefold() not in names:
            known = [name for agency in handbook.agencies for name in agency.names]
            if _is_inside(diagram, actor, names) and not nearest(actor.name, known):
                continue
            help = did_you_mean(
                actor.name, known, "add a page for it, or add the name to also_called of its page"
            )
            yield Fault(actor.place, f'no agency is called "{actor.name}"', help)


def _is_inside(diagram: Diagram, actor: Actor, names: Container[str]) -> bool:
    """True for a team inside an agency that has a page."""
    while actor.parent:
        actor = diagram.actor[actor.parent]
        if actor.name.casefold() in names:
            return True
    return False
