"""Sizes of paper, and of the type on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

_USUAL = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)


@dataclass(frozen=True)
class Paper:
    """What a form is printed on, as the templates read it."""

    width: float
    """Millimetres from side to side."""
    height: float
    """Millimetres from top to bottom."""
    sizes: tuple[float, ...] = _USUAL
    """Sizes of type that are tried, in points. The last is the smallest that can be read."""
    code: float = 20.0
    """Width of the QR code in millimetres."""

    @property
    def data(self) -> dict[str, Any]:
        """The same for a template."""
        return asdict(self)


SHEETS: Mapping[str, Paper] = {"a4": Paper(210, 297), "letter": Paper(215.9, 279.4)}
"""Paper of a sheet by what the settings call it."""

_LARGE = (14.0, 13.0, 12.0, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
POSTERS: Mapping[str, Paper] = {
    "a4": Paper(420, 297, _LARGE),
    "letter": Paper(431.8, 279.4, _LARGE),
}
"""Paper of a poster, A3 or tabloid on its side, where the sheets have this paper. Each half is as
large as a sheet and has all in the same sizes, so that what fits on one fits on the other."""
