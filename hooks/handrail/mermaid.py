"""The one door to the Mermaid engine, merman: parse and draw.

merman is young, so its version is pinned and nothing else in Handrail knows its names. Every call
is bounded by the engine's `constrained` profile, because diagrams come from many hands.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import merman

_TEXT, _LINE, _BOX, _GROUND = "#14252f", "#0b4654", "#ffffff", "#e9f0f3"
_COLOURS = {
    "primaryColor": _BOX, "primaryTextColor": _TEXT, "primaryBorderColor": _LINE,
    "secondaryColor": _GROUND, "tertiaryColor": _BOX, "lineColor": _LINE, "titleColor": _TEXT,
    "noteBkgColor": _GROUND, "noteTextColor": _TEXT, "noteBorderColor": _LINE,
    "taskTextColor": _TEXT, "taskTextDarkColor": _TEXT, "taskTextOutsideColor": _TEXT,
    "doneTaskBkgColor": _GROUND, "doneTaskBorderColor": _LINE, "activeTaskBkgColor": _GROUND,
    "activeTaskBorderColor": _LINE,
    "critBkgColor": _BOX, "critBorderColor": _TEXT, "todayLineColor": _TEXT, "gridColor": _LINE,
    **{f"cScale{number}": _GROUND for number in range(12)},
    **{f"cScaleLabel{number}": _TEXT for number in range(12)},
    **{f"fillType{number}": _GROUND for number in range(8)},
}  # fmt: skip
"""Dark words on light boxes, whatever kind of diagram: the usual ones have white on lilac."""
_LIMITS = {"resources": {"profile": "constrained"}}
_LOOK = {
    # Labels as real text: HTML in an SVG is lost in PDFs.
    "site_config": {
        "htmlLabels": False, "flowchart": {"htmlLabels": False},
        "theme": "base", "themeVariables": _COLOURS,
        "gantt": {"fontSize": 15, "sectionFontSize": 15, "barHeight": 26, "barGap": 6},
    },
}  # fmt: skip

KINDS = (
    "flowchart", "graph", "sequenceDiagram", "stateDiagram-v2", "classDiagram", "erDiagram",
    "gantt", "journey", "timeline", "pie", "mindmap", "quadrantChart", "gitGraph", "kanban",
)  # fmt: skip
"""First words of the kinds that writers use most."""


TOO_LARGE = "resource limit exceeded"
_DECODER = json.JSONDecoder()
_MOST_CHARACTERS, _MOST_IN_LINE, _MOST_ARROWS = 200_000, 10_000, 16_000
_MOST_LINES, _MOST_TITLES = 10_000, 100


class CannotDraw(Exception):
    """The engine refuses a diagram. Its text is the engine's reason."""


@dataclass(frozen=True)
class Refusal:
    """Where and why the engine cannot read a diagram."""

    line: int
    """1-based line in the diagram."""
    column: int
    """1-based column."""
    reason: str
    """The engine's words."""


@dataclass(frozen=True)
class Reading:
    """What the engine makes of a diagram."""

    kind: str
    """`flowchart`, `sequence` …; empty where it is no diagram."""
    model: Mapping = field(default_factory=dict)
    """The engine's semantic model; empty where the diagram cannot be read."""
    mentions: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    """(line, column), 1-based, of every mention of each node and subgraph."""
    refusals: tuple[Refusal, ...] = ()
    """Why it cannot be read; empty where it can."""


@lru_cache(maxsize=1000)  # a preview reads every pathway again at each save
def read(source: str) -> Reading:
    """Parse one diagram. Never raises on what a writer wrote."""
    if _is_too_large(source):
        return Reading("", refusals=(Refusal(1, 1, TOO_LARGE),))
    facts = _reader.analysis_facts_json(source, None)
    found = _part(facts, "diagnostics") or ()
    refusals = tuple(_refusal(item) for item in found if item["severity"] == "error")
    # Warnings name a kind as well, and come before what is known of the diagram itself.
    syntax = max(facts.find('"syntax":'), 0)
    kind = (_part(facts, "diagram_type", syntax) or "").split("-")[0]
    if refusals:
        return Reading(kind, refusals=refusals[:1])
    try:
        model = json.loads(_reader.parse_json(source, None))
    except merman.MermanError as error:
        return Reading(kind, refusals=(Refusal(1, 1, _reason(error)),))
    return Reading(kind, model, _mentions(_part(facts, "references", syntax) or ()))


def draw(source: str) -> str:
    """SVG of any kind of diagram, with real text. Raises `CannotDraw`."""
    if _is_too_large(source):
        raise CannotDraw(TOO_LARGE)
    try:
        return _drawer.render_svg(source, None)
    except merman.MermanError as error:
        raise CannotDraw(_reason(error)) from None


def _is_too_large(source: str) -> bool:
    """True where the engine would need minutes or more memory than there is: it draws one arrow
    for each pair of steps in `a & b --> c & d` before it counts them, and reads each sign of a
    line again for each stray one before it, and all lines again for each title and empty line."""
    lines = source.split("\n")
    if len(source) > _MOST_CHARACTERS or len(lines) > _MOST_LINES:
        return True
    titles = source.count("accTitle") + source.count("accDescr")
    arrows = sum((line.count("&") + 2) ** 2 // 4 for line in lines)
    longest = max(map(len, lines))
    return longest > _MOST_IN_LINE or arrows > _MOST_ARROWS or titles > _MOST_TITLES


def _refusal(diagnostic: Mapping) -> Refusal:
    span = diagnostic["span"] or {"line": 1, "column": 1}
    return Refusal(span["line"], span["column"], diagnostic["message"])


def _part(facts: str, name: str, after: int = 0):
    """What the engine's facts say under a name, from a character on; None where nothing.

    They say ten times as much as is needed here, so that only the parts wanted are parsed. A quote
    mark that a writer wrote stands escaped in them, so that no words of a diagram look like a name.
    """
    start = facts.find(f'"{name}":', after)
    return _DECODER.raw_decode(facts, start + len(name) + 3)[0] if start >= 0 else None


def _mentions(references: Iterable[Mapping]) -> dict[str, tuple[tuple[int, int], ...]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for item in references:
        # A subgraph that arrows lead to is listed twice: where it is opened, and where it is named.
        found.setdefault(item["name"], []).extend(
            (span["document"]["line"], span["document"]["column"]) for span in item["spans"]
        )
    return {name: tuple(sorted(spots)) for name, spots in found.items()}


def _reason(error: merman.MermanError) -> str:
    """The engine's sentence, without the name of the parser before it."""
    message = getattr(error, "message", None) or str(error)
    return message.split("): ", 1)[-1]


def _engine(options: Mapping) -> merman.MermanEngine:
    return merman.MermanEngine(options_json=json.dumps(options), services=None)


# One engine for all calls: making a new one for each diagram would take four times as long. The
# one that reads knows nothing of looks, which it would go through at every call.
_reader, _drawer = _engine(_LIMITS), _engine(_LIMITS | _LOOK)
