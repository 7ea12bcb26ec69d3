"""A pathway can be read on one sheet of A4.

Champions pin the sheet to the wall. Letters under 8 point cannot be read there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.html import Document

ID = "diagram-too-large"
LEVEL = "warning"
ACT = ()


PAGE = 190 * 72 / 25.4, 262 * 72 / 25.4
"""Room for a drawing on A4 inside the margins, in points."""
SMALLEST = 8.0
"""Points. Clear-print guidance asks for more; below this, nobody reads."""
LETTER = 16.0
"""Pixels of a letter at full size."""


def check_html(document: Document) -> Iterator[Fault]:
    """One fault for each drawing whose letters would be too small on one page."""
    for drawing in document.elements("svg"):
        if not drawing.has_class("pathway-drawing"):
            continue
        width, height = (_pixels(drawing.attr(side)) for side in ("width", "height"))
        if width and height:
            size = LETTER * min(PAGE[0] / width, PAGE[1] / height)
            if size < SMALLEST:
                yield Fault(
                    document.place(drawing),
                    f"on one sheet of A4 the letters of this diagram would be {size:.1f} point; "
                    f"{SMALLEST:.0f} can be read",
                    _way_out(width, height),
                )


def _pixels(written: str | None) -> float:
    """A length; 0 where a hand has written something else."""
    return float(written) if re.fullmatch(r"\d+(?:\.\d+)?", written or "") else 0.0


def _way_out(width: float, height: float) -> str:
    """What to do: a wide and low drawing has room below it."""
    full = SMALLEST / LETTER
    if width * full > PAGE[0] and height * full < PAGE[1] / 2:
        return "let it run down the page: begin it with flowchart TD"
    return "split it in two: move a part to a pathway of its own and refer to it"
