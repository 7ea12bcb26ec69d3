"""Pathways as data, for other programs: `pathways.json` in the site and `handrail pathways`.
`pathways_schema` says what stands in it."""

from __future__ import annotations

import json
from collections.abc import Iterable

from handrail.draw import put_into_words
from handrail.draw.words import NumberedStep
from handrail.page import Page
from handrail.pathway import Diagram


def as_json(pages: Iterable[Page], diagrams: Iterable[Diagram]) -> str:
    """Every flowchart of the pages, as JSON text that ends with a line end."""
    titles = {page.uri: page.title for page in pages}
    rows = [_row(diagram, titles[diagram.uri]) for diagram in diagrams if diagram.steps]
    return json.dumps({"version": 1, "pathways": rows}, indent=1, ensure_ascii=False) + "\n"


def _row(diagram: Diagram, title: str) -> dict:
    groups = put_into_words(diagram).groups
    return {
        "page": diagram.uri,
        "title": title,
        "name": diagram.title,
        "description": diagram.description,
        "agencies": [
            {"id": actor.id, "name": actor.name, "inside": actor.parent} for actor in diagram.actors
        ],
        "steps": [_step(item) for group in groups for item in group.steps],
    }


def _step(item: NumberedStep) -> dict:
    step = item.step
    return {
        "number": item.number,
        "id": step.id,
        "kind": step.kind,
        "text": step.text,
        "agency": step.actor,
        "limit": step.limit,
        "link": step.link,
        "line": step.place.line,
        "leads": [{"answer": lead.answer, "to": lead.target} for lead in item.leads],
    }
