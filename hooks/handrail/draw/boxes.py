"""What stands in each step's box, broken into lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from handrail.draw.text import Line, Word, break_lines, line_width, printable, words_of
from handrail.pathway import ACTION, END, QUESTION, REFERENCE, START, Step

SIZE = 16.0
"""Text size in pixels; the drawing is never shown smaller on screen."""
LEADING = 19.0
"""Pixels from one line of text to the next."""
MARGIN = 6.5
"""Pixels above and below the text in a box."""
SIDES = {START: 15.0, END: 17.0, ACTION: 9.0, QUESTION: 19.0, REFERENCE: 16.0}
"""Pixels between the ends of a shape and the text in it."""

_CLOSING = re.compile(r"[\s.,;:)\]]*$")
_OPENING = re.compile(r"[\s,;:(\[–—-]*$")


@dataclass(frozen=True)
class Box:
    """A step as it will be drawn, without its place."""

    number: int
    """The step's number in the words."""
    lines: tuple[Line, ...]
    """Its words."""
    limit: tuple[Line, ...]
    """Its time limit where that is set apart below; otherwise empty."""
    indent: float
    """Pixels from the left of the box to the number."""
    hanging: float
    """Pixels from the number to the words."""
    width: float
    """Pixels, as wide as asked for."""
    height: float
    """Pixels, as high as the text needs."""


def box_for(step: Step, number: int, width: float, digits: int) -> Box:
    """Break a step's text to fit a box `width` pixels wide, numbers up to `digits` long."""
    side = SIDES[step.kind]
    hanging = max(digits * 9.5, 11.0) + 6
    room = width - 2 * side - hanging
    text, limit = set_apart(step)
    lines = break_lines(text, room, SIZE)
    below = break_lines(words_of(limit, bold=True), room, SIZE) if limit else ()
    height = LEADING * (len(lines) + len(below)) + 2 * MARGIN
    return Box(number, lines, below, side, hanging, width, height)


def set_apart(step: Step) -> tuple[Line, str]:
    """The words of a step, and its time limit where the words end with it.

    A limit in the middle of a sentence stays there, in bold.
    """
    text, limit = printable(step.text), printable(step.limit)
    before, found, after = text.partition(limit) if limit else (text, "", "")
    rest = _OPENING.sub("", before)
    if found and rest and not _CLOSING.sub("", after):
        return words_of(rest), found
    return _marked(before, found, after), ""


def _marked(before: str, limit: str, after: str) -> Line:
    """Words with the limit in bold; what touches it, such as a comma, goes with it."""
    start = len(before.split())
    words = (before + limit + after).split()
    end = start + len(limit.split())
    return tuple(Word(word, start <= index < end) for index, word in enumerate(words))


@dataclass(frozen=True)
class Label:
    """The words of an answer or a title, broken into lines."""

    lines: tuple[Line, ...]
    """Its words."""
    width: float
    """Pixels of the widest line and the margins beside it."""
    height: float
    """Pixels."""


@lru_cache(maxsize=4096)
def label_for(text: str, width: float, *, bold: bool = False, margin: float = 5.0) -> Label:
    """Break an answer or a title into lines of at most `width` pixels, margins not counted."""
    lines = break_lines(words_of(printable(text), bold), width, SIZE)
    widest = max(line_width(line, SIZE) for line in lines)
    return Label(lines, widest + 2 * margin, LEADING * len(lines))
