"""The states and properties of WAI-ARIA 1.2, with those that 1.3 adds: their values and reach."""

from __future__ import annotations

import re
from functools import cache

from handrail.access.words import words

VALUES: dict[str, str] = {
    "aria-activedescendant": "id",
    "aria-atomic": "false true",
    "aria-autocomplete": "both inline list none",
    "aria-braillelabel": "text",
    "aria-brailleroledescription": "text",
    "aria-busy": "false true",
    "aria-checked": "false mixed true undefined",
    "aria-colcount": "integer from -1",
    "aria-colindex": "integer from 1",
    "aria-colindextext": "text",
    "aria-colspan": "integer from 0",
    "aria-controls": "ids",
    "aria-current": "date false location page step time true",
    "aria-describedby": "ids",
    "aria-description": "text",
    "aria-details": "ids",
    "aria-disabled": "false true",
    "aria-dropeffect": "some of copy execute link move none popup",
    "aria-errormessage": "ids",
    "aria-expanded": "false true undefined",
    "aria-flowto": "ids",
    "aria-grabbed": "false true undefined",
    "aria-haspopup": "dialog false grid listbox menu tree true",
    "aria-hidden": "false true undefined",
    "aria-invalid": "false grammar spelling true",
    "aria-keyshortcuts": "text",
    "aria-label": "text",
    "aria-labelledby": "ids",
    "aria-level": "integer from 1",
    "aria-live": "assertive off polite",
    "aria-modal": "false true",
    "aria-multiline": "false true",
    "aria-multiselectable": "false true",
    "aria-orientation": "horizontal undefined vertical",
    "aria-owns": "ids",
    "aria-placeholder": "text",
    "aria-posinset": "integer from 1",
    "aria-pressed": "false mixed true undefined",
    "aria-readonly": "false true",
    "aria-relevant": "some of additions all removals text",
    "aria-required": "false true",
    "aria-roledescription": "text",
    "aria-rowcount": "integer from -1",
    "aria-rowindex": "integer from 1",
    "aria-rowindextext": "text",
    "aria-rowspan": "integer from 0",
    "aria-selected": "false true undefined",
    "aria-setsize": "integer from -1",
    "aria-sort": "ascending descending none other",
    "aria-valuemax": "number",
    "aria-valuemin": "number",
    "aria-valuenow": "number",
    "aria-valuetext": "text",
}
"""Every attribute and what it may hold: text, a number, IDs, one word or `some of` the words."""

GLOBAL = words(
    """aria-atomic aria-braillelabel aria-brailleroledescription aria-busy aria-controls
    aria-current aria-describedby aria-description aria-details aria-disabled aria-dropeffect
    aria-errormessage aria-flowto aria-grabbed aria-haspopup aria-hidden aria-invalid
    aria-keyshortcuts aria-label aria-labelledby aria-live aria-owns aria-relevant
    aria-roledescription"""
)
"""Attributes that any element may have (four of them only for old pages' sake, as 1.2 says)."""

_INTEGER = re.compile(r"[+-]?\d{1,15}\Z")
_NUMBER = re.compile(r"[+-]?(\d{1,30}(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?\Z")


def accepts(name: str, value: str) -> bool:
    """Whether attribute `name` may hold `value`, which is not empty (WAI-ARIA 1.2, 6.2.4).

    IDs are taken as they are: whether they lead anywhere is another question.
    """
    kind = VALUES[name]
    value = value.strip()
    if kind == "text" or kind == "ids":
        return True
    if kind == "id":
        return len(value.split()) == 1
    if kind == "number":
        return bool(_NUMBER.match(value))
    if kind.startswith("integer"):
        return bool(_INTEGER.match(value)) and int(value) >= int(kind.rsplit(" ", 1)[1])
    if kind.startswith("some of"):
        return set(value.lower().split()) <= choices(name)
    return value.lower() in choices(name)


@cache
def choices(name: str) -> frozenset[str]:
    """The words that attribute `name` may hold, where it holds words."""
    return frozenset(VALUES[name].removeprefix("some of ").split())
