"""The schema of pathways as data, as JSON Schema (draft 2020-12), for other programs."""

from __future__ import annotations

import json

from handrail.pathway import ACTION, END, QUESTION, REFERENCE, START

_ID = "The writer's name for it, unique in its pathway"
_LEAD = {
    "answer": ("string", "The words on the arrow, such as Yes; empty where none"),
    "to": ("string", "ID of the step or agency that it leads to"),
}
_STEP = {
    "number": ("integer", "Its number in the words, from 1 in reading order"),
    "id": ("string", _ID),
    "kind": ("string", "What it is"),
    "text": ("string", "Its words"),
    "agency": ("string", "ID of the innermost agency that takes it; empty where none does"),
    "limit": ("string", "The time limit in its words, such as within 2 working days; or empty"),
    "link": ("string", "Where it links to, as written; empty where nowhere"),
    "line": ("integer", "Line of the page on which it is written"),
    "leads": (_LEAD, "Ways on, in the order drawn; empty where the pathway ends"),
}
_AGENCY = {
    "id": ("string", _ID),
    "name": ("string", "Its name in the diagram"),
    "inside": ("string", "ID of the agency around it; empty where none is"),
}
_PATHWAY = {
    "page": ("string", "Path of its page from the docs folder"),
    "title": ("string", "Title of its page"),
    "name": ("string", "Title of the diagram; empty where none"),
    "description": ("string", "Description of the diagram; empty where none"),
    "agencies": (_AGENCY, "Who acts, in the order opened"),
    "steps": (_STEP, "In reading order"),
}
_KINDS = [START, ACTION, QUESTION, END, REFERENCE]


def as_json_schema() -> str:
    """The schema as JSON text."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Pathways of a protocol",
        **_object({"version": ("integer", ""), "pathways": (_PATHWAY, "Every flowchart")}),
    }
    schema["properties"]["version"] = {"const": 1}
    steps = schema["properties"]["pathways"]["items"]["properties"]["steps"]
    steps["items"]["properties"]["kind"]["enum"] = _KINDS
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _object(parts: dict[str, tuple]) -> dict:
    return {
        "type": "object",
        "properties": {name: _value(*part) for name, part in parts.items()},
        "required": list(parts),
        "additionalProperties": False,
    }


def _value(kind: str | dict, says: str) -> dict:
    if isinstance(kind, str):
        return {"description": f"{says}.", "type": kind}
    return {"description": f"{says}.", "type": "array", "items": _object(kind)}
