"""Reads which characters fonts have (OpenType, table `cmap`, formats 4 and 12)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=4)
def read_characters(folder: Path) -> frozenset[int]:
    """Every character that one of the fonts of a folder has; none where there are no fonts."""
    fonts = [file.read_bytes() for kind in ("*.ttf", "*.otf") for file in folder.glob(kind)]
    return frozenset(code for font in fonts for code in _characters(font))


def _characters(font: bytes) -> Iterator[int]:
    try:
        start = next(_tables(font))
        for _, at in _subtables(font, start):
            kind = struct.unpack_from(">H", font, at)[0]
            if kind == 4:
                yield from _by_segments(font, at)
            elif kind == 12:
                yield from _by_groups(font, at)
    except (struct.error, StopIteration):  # no font: whoever prints with it says so
        return


def _tables(font: bytes) -> Iterator[int]:
    """Where the table of characters begins."""
    for number in range(struct.unpack_from(">H", font, 4)[0]):
        tag, _, start, _ = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        if tag == b"cmap":
            yield start


def _subtables(font: bytes, start: int) -> Iterator[tuple[int, int]]:
    for number in range(struct.unpack_from(">H", font, start + 2)[0]):
        platform, _, offset = struct.unpack_from(">HHI", font, start + 4 + 8 * number)
        yield platform, start + offset


def _by_segments(font: bytes, at: int) -> Iterator[int]:
    count = struct.unpack_from(">H", font, at + 6)[0] // 2
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{count}H", font, at + 14 + gap + 2 * count * part)
        for part, gap in enumerate((0, 2, 2, 2))
    )
    places = at + 16 + 6 * count
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if offsets[number]:
                place = places + 2 * number + offsets[number] + 2 * (code - start)
                glyph = struct.unpack_from(">H", font, place)[0]
                glyph = glyph and glyph + deltas[number]
            else:
                glyph = code + deltas[number]
            if glyph % 0x10000:
                yield code


def _by_groups(font: bytes, at: int) -> Iterator[int]:
    for number in range(struct.unpack_from(">I", font, at + 12)[0]):
        start, end, _ = struct.unpack_from(">III", font, at + 16 + 12 * number)
        yield from range(start, end + 1)
