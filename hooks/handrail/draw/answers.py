"""Where the answers of one question stand, and how they are broken into lines.

An answer stands below the box that its arrow leaves, or above the box that the arrow enters if
no other does. Answers below a box stand side by side; the best arrangement is the lowest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from handrail.draw.boxes import LEADING, SIZE, Label, label_for
from handrail.draw.text import line_width, words_of

WIDEST = 190
NARROWEST = 76
NARROWER = 14
"""Pixels across the words of an answer: what is tried first, last, and from one try to the next."""
CORNER = 15.0
"""Pixels at each end of a box's edge that arrows keep clear of."""
STEM = 8.0
"""Half the pixels that an arrow without an answer needs beside others."""
BETWEEN = 4.0
"""Pixels between two answers side by side."""
SECOND_PLACE = LEADING + 6
"""Pixels of height that answers in the second place, where arrows enter, usually cost."""
MANY = 12
"""More exits than this are not worth trying different places for."""
ASIDE = 6.0
"""What it costs, in pixels of height, when a straight line cannot keep to the middle."""


@dataclass(frozen=True)
class Answer:
    """The words on one arrow."""

    label: Label
    """The words in lines."""
    entering: bool
    """True where they stand above the box that the arrow enters."""


@dataclass(frozen=True)
class Exit:
    """One arrow out of the box, in order from left to right."""

    index: int
    """Position of the arrow."""
    text: str
    """Its answer; empty where none."""
    straight: bool
    """True where it should leave in the middle."""
    movable: bool
    """True where the answer may stand above the box that the arrow enters."""


def arrange(exits: Sequence[Exit], room: float, aim: float) -> dict[int, Answer]:
    """The answers below a box `room` pixels wide, by arrow.

    A straight way on has to leave at least `aim` pixels right of the middle, to pass by a title.
    Where there is not room for all of them they get as narrow as can be, and the box has to widen.
    """
    spoken = [item for item in exits if item.text]
    if not spoken:
        return {}
    movable = [item for item in spoken if item.movable]
    movable.sort(key=lambda item: -len(item.text))
    most = len(movable)
    counts = {0, min(1, most), min(2, most), min(3, most), most} if len(exits) <= MANY else {most}
    tries = [_try(exits, movable[:count], room, aim) for count in sorted(counts)]
    labels, moved = min(tries, key=lambda item: item[0])[1:]
    return {
        item.index: Answer(
            label_for(item.text, room - 10) if item in moved else labels[item.index],
            item in moved,
        )
        for item in spoken
    }


def _try(exits: Sequence[Exit], moved: list[Exit], room: float, aim: float):
    """Cost, labels below the box, and the exits whose answers stand elsewhere."""
    second = SECOND_PLACE if moved else 0.0
    staying = [(item, _longest(item.text)) for item in exits if item.text and item not in moved]
    for width in range(WIDEST, NARROWEST - 1, -NARROWER):
        labels = {
            item.index: label_for(item.text, max(width, longest)) for item, longest in staying
        }
        halves = [half(labels.get(item.index)) for item in exits]
        total = 2 * sum(halves)
        place = straight_place((item.straight, h) for item, h in zip(exits, halves, strict=True))
        middle = middle_of(place, total, room, aim)
        if span_of(middle, total) <= room and total + _corners(exits, labels) <= room + BETWEEN:
            height = max((label.height for label in labels.values()), default=0.0)
            return height + second + (ASIDE if middle != place else 0.0), labels, moved
    return 1000.0 * sum(halves) + second, labels, moved


def _longest(text: str) -> float:
    """Pixels of the longest word, up to the widest that an answer may be."""
    return min(max(line_width([word], SIZE) for word in words_of(text)), WIDEST)


def _corners(exits: Sequence[Exit], labels: Mapping[int, Label]) -> float:
    """Pixels that arrows without answers have to keep from the corners of the box."""
    return sum(CORNER - STEM for item in (exits[0], exits[-1]) if item.index not in labels)


def half(label: Label | None) -> float:
    """Half the pixels across that an arrow needs beside others."""
    return max(STEM, label.width / 2 + BETWEEN / 2) if label else STEM


def middle_of(straight: float | None, total: float, room: float, aim: float) -> float:
    """Where, on a row of exits `total` pixels wide, the middle of their box comes to stand.

    `straight` is the place of the straight way on in that row. It keeps to the middle, or `aim`
    pixels right of it to pass a title; where that leaves too little room, the whole row is centred
    as far as the straight line still enters its box and passes the title.
    """
    if straight is None:
        return total / 2
    middle = straight - max(aim, 0.0)
    if span_of(middle, total) <= room:
        return middle
    play = max(room / 2 - CORNER, 0.0)
    return min(max(total / 2, middle - play), middle + play, straight - aim)


def span_of(middle: float, total: float) -> float:
    """Pixels that a box needs whose middle is at `middle` of a row of exits."""
    return 2 * max(middle, total - middle) - BETWEEN


def straight_place(exits: Iterable[tuple[bool, float]]) -> float | None:
    """Where in a row the first straight way on leaves; the row as (straight, half its width)."""
    edge = 0.0
    for straight, wide in exits:
        if straight:
            return edge + wide
        edge += 2 * wide
    return None
