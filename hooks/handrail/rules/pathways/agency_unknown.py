"""Every agency in a diagram has a page, by its title or a name it is also called.

Staff follow the name to the phone number; a name without a page leads to no one.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.pathway import Diagram
from handrail.rules.near import did_you_mean

ID = "agency-unknown"
LEVEL = "warning"
ACT = ()


def check_pathway(diagram: Diagram, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each subgraph whose name no agency page bears."""
    names = handbook.agency_by_name
    for actor in diagram.actors:
        if actor.name.casefold() not in names:
            known = [name for agency in handbook.agencies for name in agency.names]
            help = did_you_mean(
                actor.name, known, "add a page for it, or add the name to also_called of its page"
            )
            yield Fault(actor.place, f'no agency is called "{actor.name}"', help)
