"""Words inside images: Typst sets them letter by letter, and here they become runs of text again.

A letter that stands alone in a PDF has its own place and no neighbours, so readers guess where
words begin, and guess wrong: a search in the document misses words, and copies lack spaces. One
run for each line also makes the file much smaller and quicker to show. Nothing moves on the page.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

_PAGE = re.compile(rb"/Type/Page/Resources (\d+) 0 R.*?/Contents (\d+) 0 R", re.DOTALL)
_FONTS = re.compile(rb"/Font<<(.*?)>>", re.DOTALL)
_NAMED = re.compile(rb"/(f\d+) (\d+) 0 R")
_BELOW = re.compile(rb"/DescendantFonts\[(\d+) 0 R\]")
_WIDTHS = re.compile(rb"/W\[([\d. ]*)\]")
_STREAM = b"<</Length %d/Filter/FlateDecode>>\nstream\n%b\nendstream"
_NUMBER = rb"(-?[\d.]+)"
_LETTER = re.compile(
    rb"q %b 0 0 %b %b %b cm(/c\d+ cs [\d. ]+ scn\nBT \d Tr)/(f\d+) %b Tf 1 0 0 -1 0 0 Tm"
    rb"(\((?:\\\d{3}|\\.|[^\\]){2}\)|<[0-9A-Fa-f]{4}>)Tj\nET\nQ\n"
    % (_NUMBER, _NUMBER, _NUMBER, _NUMBER, _NUMBER),
    re.DOTALL,
)
_UNIT = re.compile(rb"\\(\d{3})|\\(.)|(.)", re.DOTALL)
_ESCAPED = {b"n": 10, b"r": 13, b"t": 9, b"b": 8, b"f": 12}
_NEAR = 400
"""Thousandths of the size of the type: letters further apart than this are not of one line."""


class _Letter(NamedTuple):
    """A letter as it is drawn."""

    look: tuple[bytes, ...]
    """Scale, line, colour, font and size: what letters of one run share."""
    x: float
    """Where it stands on its line, in thousandths of the size of its type."""
    place: bytes
    """The same on the page, as it is written."""
    code: int
    """Its number in the font."""
    after: bytes
    """What stands in the page's content between it and the next."""


def join_letters(objects: dict[int, bytes]) -> None:
    """Make runs of the letters that stand alone on the pages of a PDF that Typst wrote."""
    for content in list(objects.values()):
        page = _PAGE.search(content)
        if page:
            number = int(page[2])
            objects[number] = _joined(objects[number], _widths(objects[int(page[1])], objects))


def _joined(stream: bytes, widths: Mapping[bytes, Mapping[int, float]]) -> bytes:
    """The content of a page with its letters in runs."""
    content = zlib.decompress(stream[stream.index(b"stream\n") + 7 : -len(b"\nendstream")])
    first, *rest = _LETTER.split(content)
    if not rest:
        return stream
    parts = [first]
    for run in _runs(_letters(rest), widths):
        parts += [_written(run, widths.get(run[0].look[-2], {})), run[-1].after]
    body = zlib.compress(b"".join(parts))
    return _STREAM % (len(body), body)


def _letters(pieces: list[bytes]) -> Iterator[_Letter]:
    """From the parts of each letter, as `_LETTER` has them, and what stands after it, by turns."""
    letters = zip(*[iter(pieces)] * 9, strict=True)
    for across, down, x, y, colour, font, size, text, after in letters:
        along = float(x) / float(across) / float(size) * 1000
        yield _Letter((across, down, y, colour, font, size), along, x, _code(text), after)


@lru_cache(maxsize=1000)
def _code(text: bytes) -> int:
    """The number of a letter, which is written as a PDF string of two bytes."""
    if text.startswith(b"<"):
        return int(text[1:-1], 16)
    high, low = (
        int(octal, 8) if octal else _ESCAPED.get(escaped, (escaped or plain)[0])
        for octal, escaped, plain in _UNIT.findall(text[1:-1])
    )
    return high * 256 + low


def _runs(
    letters: Iterable[_Letter], widths: Mapping[bytes, Mapping[int, float]]
) -> Iterator[list[_Letter]]:
    """The letters line by line. A font whose widths are not known has lines of one letter."""
    run: list[_Letter] = []
    for letter in letters:
        if run and not (letter.look == run[-1].look and _follows(run[-1], letter, widths)):
            yield run
            run = []
        run.append(letter)
    yield run


def _follows(
    before: _Letter, letter: _Letter, widths: Mapping[bytes, Mapping[int, float]]
) -> bool:
    known = widths.get(letter.look[-2])
    if before.after or known is None:
        return False
    return abs(letter.x - before.x - known.get(before.code, 0)) < _NEAR


def _written(run: list[_Letter], widths: Mapping[int, float]) -> bytes:
    """A run of letters, with the gaps between them that the drawing asks for."""
    across, down, y, colour, font, size = run[0].look
    text, reached = b"<", run[0].x
    for letter in run:
        gap = round(reached - letter.x)
        if gap:
            text += b">%d<" % gap
        text += b"%04x" % letter.code
        reached += widths.get(letter.code, 0) - gap
    return b"q %b 0 0 %b %b %b cm%b/%b %b Tf 1 0 0 -1 0 0 Tm[%b>]TJ\nET\nQ\n" % (
        across, down, run[0].place, y, colour, font, size, text,
    )  # fmt: skip


def _widths(resources: bytes, objects: Mapping[int, bytes]) -> dict[bytes, dict[int, float]]:
    """How wide the letters of each font are, in thousandths of its size."""
    fonts = _FONTS.search(resources)
    found = {}
    for name, number in _NAMED.findall(fonts[1]) if fonts else ():
        below = _BELOW.search(objects[int(number)])
        widths = below and _WIDTHS.search(objects[int(below[1])])
        if widths:
            found[name] = _width_of_each(widths[1])
    return found


def _width_of_each(written: bytes) -> dict[int, float]:
    """From triples of first letter, last letter and width."""
    numbers = [float(number) for number in written.split()]
    return {
        code: width
        for first, last, width in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True)
        for code in range(int(first), int(last) + 1)
    }
