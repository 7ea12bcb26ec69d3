"""Agencies: what the pathways ask of each."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from handrail.draw import put_into_words
from handrail.draw.words import NumberedStep
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.pathway import ACTION, QUESTION, Diagram, Step
from handrail.records import Agency
from handrail.registers.addition import Addition
from handrail.registers.markup import link


def add(page: Page, handbook: Handbook) -> Iterator[Addition]:
    """On the page of an agency, who signs for it and the steps it takes, pathway by pathway."""
    agency = next((agency for agency in handbook.agencies if agency.page.uri == page.uri), None)
    if agency is None:
        return
    role = agency.page.get("signatory")
    signs = f"<p>Who signs this protocol for the agency: {escape(role)}.</p>" if role else ""
    parts = list(filter(None, [signs, *_pathways(agency, handbook)]))
    if parts:
        yield Addition(
            '<h2 id="asked-of-this-agency">What this protocol asks of this agency</h2>\n'
            + "\n".join(parts)
        )


def _pathways(agency: Agency, handbook: Handbook) -> Iterator[str]:
    place = {uri: number for number, uri in enumerate(handbook.in_order)}
    diagrams = sorted(handbook.diagrams, key=lambda d: place.get(d.uri, len(place)))
    for diagram in diagrams:
        if any(handbook.agency_by_name.get(a.name.casefold()) is agency for a in diagram.actors):
            taken = [
                _step(item, diagram, agency)
                for group in put_into_words(diagram).groups
                for item in group.steps
                if _asks(item.step) and _taker(item.step, diagram, handbook) is agency
            ]
            if taken:
                yield _pathway(diagram, agency, handbook, taken)


def _asks(step: Step) -> bool:
    """True for a step at which somebody has something to do or to decide."""
    return step.kind in (ACTION, QUESTION)


def _taker(step: Step, diagram: Diagram, handbook: Handbook) -> Agency | None:
    """The agency of the innermost subgraph around a step that bears an agency's name."""
    for name in diagram.around(step)[1:]:
        agency = handbook.agency_by_name.get(diagram.actor[name].name.casefold())
        if agency:
            return agency
    return None


def _pathway(diagram: Diagram, agency: Agency, handbook: Handbook, taken: list[str]) -> str:
    page = handbook.page[diagram.uri]
    title = page.title
    if len(handbook.diagrams_of(page)) > 1 and diagram.title:
        title = f"{title}: {diagram.title}"
    heading = link(agency.page, f"{diagram.uri}#pathway-{diagram.number}", title)
    return f'<h3>{heading}</h3>\n<ul class="hr-asked">\n' + "\n".join(taken) + "\n</ul>"


def _step(item: NumberedStep, diagram: Diagram, agency: Agency) -> str:
    target = f"{diagram.uri}#pathway-{diagram.number}-step-{item.number}"
    words = link(agency.page, target, f"Step {item.number}: {item.step.text}")
    limit, team = escape(item.step.limit), diagram.actor[item.step.actor].name
    if limit:
        words = words.replace(limit, f"<strong>{limit}</strong>", 1)
    who = f" ({escape(team)})" if team.casefold() != agency.name.casefold() else ""
    return f"<li>{words}{who}</li>"
