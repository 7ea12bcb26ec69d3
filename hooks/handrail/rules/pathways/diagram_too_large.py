"""A pathway can be read on one sheet of A4.

Champions pin the sheet to the wall. Letters under 8 point cannot be read there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page

ID = "diagram-too-large"
LEVEL = "warning"
ACT = ()


PAGE = 190 * 72 / 25.4, 262 * 72 / 25.4
"""Room for a drawing on A4 inside the margins, in points."""
SMALLEST = 8.0
"""Points. Clear-print guidance asks for more; below this, nobody reads."""
LETTER = 16.0
"""Pixels of a letter at full size."""
_ACROSS = ("LR", "RL")
"""Directions of a diagram that runs across the page."""
_TURNED = "let it run down the page: begin it with flowchart TD"
_SPLIT = "split it in two: move a part to a pathway of its own and refer to it"


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each drawing whose letters would be too small on one page."""
    document = handbook.rendered[page.uri]
    across = {d.place.line for d in handbook.diagrams_of(page) if d.direction in _ACROSS}
    for drawing in document.elements("svg"):
        if not drawing.has_class("pathway-drawing"):
            continue
        place = document.place(drawing)
        width, height = (_pixels(drawing.attr(side)) for side in ("width", "height"))
        if width and height:
            size = LETTER * min(PAGE[0] / width, PAGE[1] / height)
            if size < SMALLEST:
                yield Fault(
                    place,
                    f"on one sheet of A4 the letters of this diagram would be {size:.1f} point; "
                    f"{SMALLEST:.0f} can be read",
                    _TURNED if place.line in across and _has_room(width, height) else _SPLIT,
                )


def _pixels(written: str | None) -> float:
    """A length; 0 where a hand has written something else."""
    return float(written) if re.fullmatch(r"\d+(?:\.\d+)?", written or "") else 0.0


def _has_room(width: float, height: float) -> bool:
    """True for a wide and low drawing, which has room below it."""
    full = SMALLEST / LETTER
    return width * full > PAGE[0] and height * full < PAGE[1] / 2
