"""Boxes and what stands in them: `ask{"Safe?"}` and `ask@{ shape: diamond, label: "Safe?" }`."""

from __future__ import annotations

import re

import yaml

from handrail.read.flowchart import sayings
from handrail.read.flowchart.cursor import ARROW, BARE, GAP, QUOTED, Cursor
from handrail.read.flowchart.sayings import Slipped

CLOSING = {
    "(((": (")))",), "((": ("))",), "([": ("])",), "(-": ("-)",), "(": (")",),
    "[[": ("]]",), "[(": (")]",), "[/": ("/]", "\\]"), "[\\": ("\\]", "/]"), "[|": ("]",),
    "[": ("]",), "{{": ("}}",), "{": ("}",), ">": ("]",),
}  # fmt: skip
"""What closes a box, by what opens it."""
OPENING = re.compile("|".join(re.escape(sign) for sign in CLOSING))
_SLANTED = re.compile(r'(?:[^][(){}"\\/]|[\\/](?!\]))*')
_OVAL = re.compile(r"[^][(){}]*?(?=-\))")
_LISTED = re.compile(r"[^]\n]*")
_WORDS = {"[/": _SLANTED, "[\\": _SLANTED, "(-": _OVAL, "[|": _LISTED}
_SHAPE = re.compile(r'@\{((?:[^}"]|"[^"]*")*)\}')


def go_past_boxes(cursor: Cursor) -> None:
    """Go past a step's box, and the list of its parts, where there are any. Raises `Slipped`."""
    if not cursor.starts("@{") and cursor.sees(OPENING):
        go_past_box(cursor)
    if cursor.starts("@{"):
        _go_past_shape(cursor)


def go_past_box(cursor: Cursor) -> None:
    """Go past a box with its words. Raises `Slipped`."""
    begun = cursor.at
    opening = cursor.take(OPENING)
    inside = cursor.at
    if cursor.take(QUOTED):
        cursor.take(GAP)
    else:
        cursor.take(_WORDS.get(opening, BARE))
    between = cursor.text[inside : cursor.at]
    closing = next((sign for sign in CLOSING[opening] if cursor.starts(sign)), "")
    if closing and not between:
        raise Slipped(begun, *sayings.NO_WORDS)
    swallowed = "\n" in between and between[0] != '"' and ARROW.search(between)
    if not closing or swallowed:
        raise Slipped(*_why_open(cursor.line(inside), begun, inside, CLOSING[opening][0]))
    cursor.at += len(closing)


def _why_open(line: str, begun: int, inside: int, closing: str) -> tuple[int, str, str]:
    """What is wrong with a box that is not closed behind its words; `line` begins with them."""
    missing = (begun, *sayings.box_open(closing))
    if line.startswith('"'):
        if line.count('"') == 1:
            return inside, *sayings.QUOTE_OPEN
        behind = line[line.index('"', 1) + 1 :].lstrip()
        before, closed, _ = behind.partition(closing)
        nested = closed and '"' in before and not ARROW.search(before)
        if nested or re.match(r"\w[^-=\n]*\"" + re.escape(closing), behind):
            return inside, *sayings.QUOTE_IN_QUOTES
        return missing
    words, closed, _ = line.partition(closing)
    return (inside, *sayings.BRACKET) if closed and not ARROW.search(words) else missing


def _go_past_shape(cursor: Cursor) -> None:
    begun = cursor.at
    shape = cursor.sees(_SHAPE)
    if not shape:
        raise Slipped(begun, *sayings.SHAPE_OPEN)
    parts = QUOTED.sub(lambda words: words[0].replace("\n", " "), shape[1])
    try:
        read = yaml.load(parts if "\n" in parts else f"{{{parts}}}", Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):
        read = None
    if not isinstance(read, dict):
        raise Slipped(begun, *sayings.SHAPE)
    cursor.at = shape.end()
