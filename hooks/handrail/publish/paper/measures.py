"""How wide words are on paper, and which shape of page holds a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handrail.draw.text import line_width, words_of
from handrail.printing import Printing
from handrail.publish.paper.nodes import GAP, Inline, Node, walk

PORTRAIT, LANDSCAPE = 453.0, 700.0
"""Points between the margins of an A4 page, upright and on its side."""
_INSET = 9.0
"""Points left free at both sides of a cell together."""
_LONG_WORD = 34
"""Characters from which a word in running text may be broken, such as an address."""
_NARROWEST, _WIDEST = 4.0, 40.0
"""Ems: a column holds a short word at least; beyond the widest, more words do not widen it."""

_PICTURE = 140.0
"""Points that a picture would like where its writer gives no width."""
_SHORT = 4.0
"""Ems more than its longest word that a column may want and be given all of."""
_TO_WRITE = 24.0
"""Ems that somebody needs to write in by hand."""

_SPACES = re.compile("[ \n\t]+")  # not those at which no line is broken
_SPACE_OR_WORD = re.compile("[ \n\t]+|[^ \n\t]+")
_DATE = re.compile(r"\b\d{1,2} [A-Z][a-z]{2,8} \d{4}\b")
_SEAMS = re.compile(r"(?<=[/@._\-–—:?&=#,;+\u00a0])")


@dataclass(frozen=True)
class Want:
    """How much room the words of one cell want."""

    column: int
    """0-based column it starts in."""
    across: int
    """How many columns it takes."""
    words: tuple[str, ...]
    """Its words."""
    head: bool
    """True where the words are bold."""
    blank: bool = False
    """True where somebody is to write."""
    picture: float = 0.0
    """Points that its widest picture would like."""


@dataclass(frozen=True)
class Shape:
    """How a table is set."""

    widths: tuple[float, ...]
    """The columns' shares of the line."""
    size: float
    """Size of type in points."""
    landscape: bool
    """True where it needs a page on its side."""
    longest: int
    """Characters from which a word may be broken."""


_SHAPES = (
    # points between the margins, size of type, characters from which a word may be broken
    (PORTRAIT, 10.5, 24),
    (PORTRAIT, 9.5, 24),
    (PORTRAIT, 9.0, 18),
    (LANDSCAPE, 10.0, 24),
    (LANDSCAPE, 9.0, 18),
    (LANDSCAPE, 8.5, 12),
)


def width_of(text: str, bold: bool = False) -> float:
    """Width of a line of text in ems, rather too much than too little."""
    return line_width(words_of(text, bold), 1.0)


def usable(widths: Sequence[float]) -> float:
    """Points that words have in a cell over columns of these widths."""
    return sum(widths) - _INSET


def wants(cell: Node, column: int, blank: str = "") -> Want:
    """What the words of a cell ask for; `blank` are those in whose place somebody is to write."""
    runs = (_DATE.sub(_whole, text) for text in texts(cell["of"]))
    words = tuple(word for run in runs for word in _SPACES.split(run) if word)
    is_blank = bool(blank) and " ".join(words) == blank
    pictures = (node for node in walk(cell["of"]) if node["is"] == "image")
    widest = max((node.get("width", _PICTURE) for node in pictures), default=0.0)
    return Want(column, cell["across"], words, cell["heads"], is_blank, widest)


def _whole(date: re.Match) -> str:
    """A date as one word: a column with dates has room for one in a line."""
    return date[0].replace(" ", "\u00a0")


_LARGE_SHAPES = ((PORTRAIT, 16.0, 24),)
_SHAPES_ON = {
    "a5": ((330.0, 10.0, 24), (330.0, 9.0, 18)),
    "letter": tuple((min(points, 640.0), *rest) for points, *rest in _SHAPES),
}
_USUAL = Printing()
_MOST_LARGE = 2
"""Columns that a table in large print has at most."""


def choose_shape(
    cells: Sequence[Want], columns: int, upright: bool = False, printing: Printing = _USUAL
) -> Shape | None:
    """The first shape of page in which no word is cut; None where there is none.

    An `upright` table stands inside something else, so the page cannot be turned for it.
    """
    if printing.large_print and columns > _MOST_LARGE:
        return None
    shapes = _LARGE_SHAPES if printing.large_print else _SHAPES_ON.get(printing.paper, _SHAPES)
    for points, size, longest in shapes:
        if upright and points > PORTRAIT:
            continue
        room = points / size - columns * _INSET / size
        narrow = _narrowest(cells, columns, longest)
        if sum(narrow) <= room:
            widths = _shared(narrow, _widest(cells, columns, size), room)
            padded = tuple(round(width * size + _INSET, 1) for width in widths)
            return Shape(padded, size, points > PORTRAIT, longest)
    return None


def texts(nodes: Sequence[Inline]) -> Iterator[str]:
    """Every run of text in a tree, in reading order."""
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif isinstance(node, list):
            yield from texts(node)
        else:
            if "text" in node:
                yield node["text"]
            for key in ("title", "caption", "term", "of", "head", "rows", "items"):
                yield from texts(node.get(key, ()))


def softened(nodes: list, longest: int = _LONG_WORD) -> list:
    """The tree, with places to break every word that is longer than `longest` characters."""
    return [soft for node in nodes for soft in _soften(node, longest)]


def _soften(node: Inline | list, longest: int) -> list:
    if isinstance(node, str):
        return _broken(node, longest)
    if isinstance(node, list):
        return [softened(node, longest)]
    if node["is"] in ("code", "key"):
        pieces = _broken(node["text"], longest)
        return [{**node, "text": piece} if isinstance(piece, str) else piece for piece in pieces]
    keys = [key for key in ("title", "caption", "term", "of", "items") if key in node]
    return [{**node, **{key: softened(node[key], longest) for key in keys}}]


def _broken(text: str, longest: int) -> list[Inline]:
    """The text in pieces with a gap between; one piece where no word is too long."""
    if len(text) <= longest:
        return [text]
    nodes: list[Inline] = [""]
    for part in _SPACE_OR_WORD.findall(text):
        pieces = list(_pieces(part, longest))
        nodes[-1] += pieces[0]
        for piece in pieces[1:]:
            nodes += [GAP, piece]
    return nodes


def _pieces(word: str, longest: int) -> Iterator[str]:
    """A word in pieces of at most `longest` characters, cut at its punctuation where it has any."""
    if len(word) <= longest:
        yield word
        return
    for part in filter(None, _SEAMS.split(word)):
        for start in range(0, len(part), longest):
            yield part[start : start + longest]


def _narrowest(cells: Sequence[Want], columns: int, longest: int) -> list[float]:
    """Ems that each column needs so that none of its words is cut."""
    narrow = [_NARROWEST] * columns
    for cell in cells:
        if cell.across == 1:
            pieces = (piece for word in cell.words for piece in _pieces(word, longest))
            width = max((width_of(piece, cell.head) for piece in pieces), default=0)
            narrow[cell.column] = max(narrow[cell.column], width)
    return narrow


def _widest(cells: Sequence[Want], columns: int, size: float) -> list[float]:
    """Ems that each column would like: its longest cell on one line, within reason."""
    wide = [_NARROWEST] * columns
    for cell in cells:
        if cell.across == 1:
            width = _TO_WRITE if cell.blank else width_of(" ".join(cell.words), cell.head)
            width = max(width, cell.picture / size)
            pleasant = width if width < _WIDEST else _WIDEST * (width / _WIDEST) ** 0.4
            wide[cell.column] = max(wide[cell.column], pleasant)
    return wide


def _shared(narrow: list[float], wide: list[float], room: float) -> list[float]:
    """Widths that fill the room: what each column needs, and the rest by what it would like. Where
    there is plenty, columns that want little more have it first: no short name takes two lines."""
    wishes = [max(want - need, 0.1) for need, want in zip(narrow, wide, strict=True)]
    spare = room - sum(narrow)
    small = [wish if wish < _SHORT else 0.0 for wish in wishes]
    if sum(small) < min(spare / 2, sum(wishes) - sum(small)):
        narrow = [need + wish for need, wish in zip(narrow, small, strict=True)]
        wishes = [0.0 if given else wish for wish, given in zip(wishes, small, strict=True)]
        spare -= sum(small)
    total = sum(wishes)
    return [need + spare * wish / total for need, wish in zip(narrow, wishes, strict=True)]
