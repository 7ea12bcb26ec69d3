"""What people are asked to look at has a name, not only a place, a shape or a colour.

"The red box on the right" is nowhere for those who listen, who see no colours, who hold a phone or
a print in black and white. "Above" and "below" are places in the order of reading and are fine.
WCAG 2.2, 1.3.3 Sensory characteristics and 1.4.1 Use of colour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page

ID = "instruction-by-sight"
LEVEL = "warning"
ACT = ()

_COLOUR = (
    "(?:red|green|blue|yellow|orange|amber|purple|pink|gr[ea]y|black|white|brown|coloured|shaded)"
)
_SHAPE = (
    "(?:round|square|oval|circular|triang(?:ular|le)|rectangular|diamond(?:-shaped)?|star-shaped)"
)
_SHADE = "(?:(?:bold|bright|dark|light|pale) )?"
_THING = (
    "(?:box(?:es)?|buttons?|circles?|squares?|arrows?|lines?|text|words?|letters?|rows?|columns?"
    "|cells?|tabs?|icons?|links?|banners?|panels?|stars?|asterisks?|dots?|bars?|areas?|sections?"
    "|triangles?|diamonds?|fields?|headings?|items?|symbols?|table|picture|diagram|menu|list|form|map)"
)
_EDGE = "(?:top|bottom|upper|lower|far)"
_PATTERNS = tuple(
    re.compile(rf"\b{pattern}", re.IGNORECASE)
    for pattern in (
        rf"{_COLOUR} (?:(?:or|and) {_COLOUR} )?{_THING}\b",
        rf"(?!round table){_SHAPE} {_THING}\b",
        rf"{_THING} (?:\w+ )?(?:on|at|to|in) (?:the |your )?(?:{_EDGE}[- ])?(?:left|right)\b",
        rf"{_THING} (?:above|below|underneath)[ ,]+(?:(?:on|to|at) the )?(?:left|right)\b",
        rf"(?:left|right)[- ]hand (?:{_THING}|side|corner|margin)\b",
        rf"{_EDGE} (?:left|right)(?:[- ]hand)? (?:corner|of the (?:page|screen))\b",
        "(?:shown|marked|written|printed|highlighted|shaded|outlined|displayed|appears?|are|is)"
        rf" (?:out )?in {_SHADE}{_COLOUR}\b(?! and)",
        rf"{_THING} in {_SHADE}{_COLOUR}\b(?! (?:and|or|ink|pen)\b)",
        rf"{_THING} (?:coloured|highlighted|marked|shaded|shown) {_SHADE}{_COLOUR}\b",
    )
)
_HINTS = frozenset((
    "left", "right", "red", "green", "blue", "yellow", "orange", "amber", "purple", "pink", "gray",
    "grey", "black", "white", "brown", "coloured", "shaded", "round", "square", "oval", "circular",
    "triangle", "triangular", "rectangular", "diamond", "star",
))  # fmt: skip
"""A word of each expression. To look for those first is ten times as fast."""
_AROUND = 50


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each thing told by where it stands, or by how it looks."""
    prose, last = handbook.prose[page.uri], 0
    for at in prose.spots(_HINTS):
        found = _around(prose.text, at) if at >= last else None
        start, last = last, max(last, found.end() if found else 0)
        if found and found.start() >= start:
            yield Fault(
                prose.place(found.start()),
                f'"{" ".join(found.group(0).split())}" can only be found by looking',
                "name it too: the words on it, its heading, or the step's number",
            )


def _around(text: str, at: int) -> re.Match | None:
    """The expression that the word of place, shape or colour at index `at` is part of."""
    start, end = max(0, at - _AROUND), at + _AROUND
    for pattern in _PATTERNS:
        for found in pattern.finditer(text, start, end):
            if found.start() <= at < found.end():
                return found
    return None
