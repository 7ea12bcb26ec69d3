"""The one door to the QR code maker, segno: an address as a drawing."""

from __future__ import annotations

import io
from functools import lru_cache

import segno

_MASK = 0
"""A chessboard laid over the code. Readers take any; to try all eight costs as much as to set the
words of the sheet."""


@lru_cache(maxsize=1000)
def draw_code(address: str) -> str:
    """A QR code as SVG that still reads when a corner of the print is worn."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False, mask=_MASK).save(
        out, kind="svg", border=4, xmldecl=False, svgns=True, nl=False, omitsize=True
    )
    return out.getvalue().decode()
