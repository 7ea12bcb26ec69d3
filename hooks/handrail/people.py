"""Whose champions belong to a pathway."""

from __future__ import annotations

from handrail.handbook import Handbook
from handrail.page import Page
from handrail.records import Agency, Champion


def acting_in(page: Page, handbook: Handbook) -> dict[str, list[str]]:
    """The agencies that act in a page's pathways, by name, each with the names they act under."""
    acting: dict[str, list[str]] = {}
    for diagram in handbook.diagrams_of(page):
        for actor in diagram.actors:
            agency = handbook.agency_by_name.get(actor.name.casefold())
            if agency and actor.name.casefold() not in acting.setdefault(agency.name, []):
                acting[agency.name].append(actor.name.casefold())
    return acting


def champions_of(page: Page, handbook: Handbook) -> list[tuple[Agency, tuple[Champion, ...]]]:
    """The champions of the agencies that act in a page's pathways, agency by agency.

    Where a pathway names teams of an agency and these have champions, only theirs; otherwise all
    of the agency's. Nothing in an edition that is not for staff.
    """
    if handbook.settings.audience != "staff":
        return []
    found = []
    agencies = {agency.name: agency for agency in handbook.agencies}
    for name, acting in acting_in(page, handbook).items():
        own = champions_by_agency(handbook).get(name, ())
        teams = tuple(champion for champion in own if champion.get("team").casefold() in acting)
        if own:
            found.append((agencies[name], teams or own))
    return found


def champions_by_agency(handbook: Handbook) -> dict[str, tuple[Champion, ...]]:
    """Champions by the name of their agency; those of an unknown one under an empty name."""
    groups: dict[str, list[Champion]] = {}
    for champion in handbook.champions:
        agency = handbook.agency_of.get(champion.page.uri)
        groups.setdefault(agency.name if agency else "", []).append(champion)
    return {name: tuple(group) for name, group in groups.items()}
