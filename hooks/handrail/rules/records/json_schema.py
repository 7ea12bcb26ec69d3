"""The schema of front matter as JSON Schema (draft 2020-12), for editors."""

from __future__ import annotations

import json

from handrail.rules.records.schema import ENTRIES, TYPES, Entry

_WITH_COLON = {
    "type": "object",
    "minProperties": 1,
    "maxProperties": 1,
    "additionalProperties": {"type": "string"},
}
"""What YAML makes of `- 2026-11-21: Visits now within 5 working days`."""


def as_json_schema() -> str:
    """The schema as JSON text."""
    return json.dumps(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Front matter of a page",
            "type": "object",
            "properties": {entry.name: _property(entry) for entry in ENTRIES},
            "required": [entry.name for entry in ENTRIES if entry.needed and not entry.types],
            "additionalProperties": False,
            "allOf": [_only_for(type_) for type_ in TYPES],
        },
        indent=2,
        ensure_ascii=False,
    ) + "\n"


def _property(entry: Entry) -> dict[str, object]:
    value: dict[str, object] = {"type": "string", "minLength": 1}
    if entry.choice:
        value = {"enum": list(entry.choice)}
    elif entry.is_date:
        value |= {"format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
    if entry.is_list:
        item = value if entry.choice else {"anyOf": [value, _WITH_COLON]}
        several = {"type": "array", "items": item, "minItems": 1}
        value = {"anyOf": [value, several]}
    return {"description": f"{entry.says}.", **value, "examples": [entry.example]}


def _only_for(type_: str) -> dict[str, object]:
    """What a page of one type may not say."""
    others = [entry.name for entry in ENTRIES if entry.types and type_ not in entry.types]
    return {
        "if": {"properties": {"type": {"const": type_}}, "required": ["type"]},
        "then": {"properties": dict.fromkeys(others, False)},
    }
