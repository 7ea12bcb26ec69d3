"""How wide text is in the site's fonts, and where to break it.

`widths.json` holds the advance widths of Atkinson Hyperlegible Next in thousandths of the text
size: for each weight, from width to the characters that have it. `tests/test_draw.py` makes it
from the fonts in `overrides/print/fonts` (run it with `--accept`) and holds it to them.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import pairwise
from pathlib import Path

SPACE_FOR_OTHER_FONTS = 1.03
"""Where the site's font has not loaded, its stand-in may be a little wider."""


@dataclass(frozen=True)
class Word:
    """A word in a line of text."""

    text: str
    """Its characters, without spaces."""
    bold: bool = False
    """True where it stands out."""


Line = tuple[Word, ...]


def words_of(text: str, bold: bool = False) -> Line:
    """The words of a text."""
    return tuple(Word(word, bold) for word in text.split())


def line_width(line: Iterable[Word], size: float) -> float:
    """Width in pixels of one line of words at `size` pixels."""
    words = list(line)
    return sum(_word_width(word, size) for word in words) + _gap(size) * max(len(words) - 1, 0)


def break_lines(words: Iterable[Word], width: float, size: float) -> tuple[Line, ...]:
    """Lines no wider than `width` pixels, as few as can be and about equally long.

    Words too long for a line are broken. At least one line, empty for no words.
    """
    pieces = [piece for word in words for piece in _fitted(word, width, size)]
    wide = [_word_width(piece, size) for piece in pieces]
    gap = _gap(size)
    breaks = _breaks(wide, width, gap)
    low, high = max(wide, default=0.0), width
    while breaks and high - low > 4:
        middle = (low + high) / 2
        closer = _breaks(wide, middle, gap)
        if len(closer) > len(breaks):
            low = middle
        else:
            high, breaks = middle, closer
    ends = (0, *breaks, len(pieces))
    return tuple(tuple(pieces[start:end]) for start, end in pairwise(ends))


def printable(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)


@lru_cache(maxsize=20_000)
def markup(text: str) -> str:
    """The text as it may stand in HTML and SVG, between tags and in attributes.

    Another plugin parses every page anew that holds the drawing engine's name, so that name is
    spelt with an entity.
    """
    return _NAME.sub(_entity, escape(printable(text)))


def _entity(found: re.Match) -> str:
    return f"&#{ord(found[0])};"


def _breaks(wide: list[float], width: float, gap: float) -> list[int]:
    """Before which words, given how wide each is, a new line begins."""
    found = []
    used = 0.0
    for index, extra in enumerate(wide):
        if index and used + gap + extra > width:
            found.append(index)
            used = extra
        else:
            used += extra + (gap if index else 0.0)
    return found


def _fitted(word: Word, width: float, size: float) -> list[Word]:
    """The word, or pieces of it that fit."""
    if _word_width(word, size) <= width:
        return [word]
    pieces, start, used = [], 0, 0.0
    for index, character in enumerate(word.text):
        extra = _advance(character, word.bold) * size
        if index > start and used + extra > width:
            pieces.append(Word(word.text[start:index], word.bold))
            start, used = index, 0.0
        used += extra
    return [*pieces, Word(word.text[start:], word.bold)]


@lru_cache(maxsize=20_000)
def _em(text: str, bold: bool) -> float:
    return sum(_advance(character, bold) for character in text)


def _word_width(word: Word, size: float) -> float:
    return _em(word.text, word.bold) * size


def _gap(size: float) -> float:
    return _advance(" ", False) * size


def _advance(character: str, bold: bool) -> float:
    """Width of a character, in ems."""
    known = _WIDTHS[bold].get(character)
    return (_guess(character) if known is None else known) * SPACE_FOR_OTHER_FONTS


def _guess(character: str) -> float:
    """Width for a character that the font lacks, on the wide side."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    wide = unicodedata.east_asian_width(character) in "WF" or ord(character) > 0xFFFF
    return 1.3 if wide else 0.8


def _read_widths() -> tuple[Mapping[str, float], Mapping[str, float]]:
    table = json.loads((Path(__file__).parent / "widths.json").read_text("utf-8"))
    return tuple(
        {char: int(width) / 1000 for width, chars in table[weight].items() for char in chars}
        for weight in ("regular", "bold")
    )


_WIDTHS = _read_widths()
_NAME = re.compile("(?i)(?<=merm)a(?=id)")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
