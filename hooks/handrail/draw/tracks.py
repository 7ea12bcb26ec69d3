"""Which lines lie beside which, so that few cross and none lie on each other.

Lines that run side by side, in one channel or one gutter, get tracks: numbers counted across the
way they run. The same code serves channels (tracks from the top down) and gutters (tracks from
the left to the right).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

BEFORE, AFTER = -1, 1
"""Which way a line turns at its end: towards lower tracks or towards higher ones."""
APART = 8.0
"""Pixels that the ends of two lines on one track must keep between them."""
TOUCHING = 5.0
"""Pixels below which two lines at right angles to the tracks count as one on the other."""


@dataclass(frozen=True)
class Piece:
    """One straight piece of an arrow's way."""

    owner: int
    """Position of the arrow."""
    ends: tuple[tuple[float, int], tuple[float, int]]
    """Where along the track it begins and ends, and which way the arrow turns there."""

    @property
    def low(self) -> float:
        """Its lower end."""
        return min(self.ends[0][0], self.ends[1][0])

    @property
    def high(self) -> float:
        """Its upper end."""
        return max(self.ends[0][0], self.ends[1][0])


def assign_tracks(pieces: Iterable[Piece], apart: float = APART) -> tuple[dict[int, int], int]:
    """Track of each piece by its owner, and how many tracks there are."""
    ordered: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: (piece.high - piece.low, piece.owner)):
        ordered.insert(_best_position(piece, ordered), piece)
    tracks: dict[int, int] = {}
    laid: list[tuple[Piece, int]] = []
    for piece in ordered:
        above = [track for other, track in laid if _overlap(piece, other, apart)]
        track = max(above, default=-1) + 1
        laid.append((piece, track))
        tracks[piece.owner] = track
    return tracks, 1 + max(tracks.values(), default=-1)


def _best_position(piece: Piece, ordered: list[Piece]) -> int:
    """Where in the order, from the first track on, the piece crosses least."""
    cost = sum(_crossings(piece, other) for other in ordered)
    best, position = cost, 0
    for index, other in enumerate(ordered, start=1):
        cost += _crossings(other, piece) - _crossings(piece, other)
        if cost < best:
            best, position = cost, index
    return position


def _crossings(above: Piece, below: Piece) -> float:
    """How often two pieces cross where the first has the lower track."""
    count = 0.0
    for place, turn in above.ends:
        if turn == AFTER and below.low < place < below.high:
            count += 1
    for place, turn in below.ends:
        if turn == BEFORE and above.low < place < above.high:
            count += 1
    return count + 20 * _lies_on(above, below)


def _lies_on(above: Piece, below: Piece) -> int:
    """How many turns of one piece would run along a turn of the other."""
    return sum(
        abs(place - other) < TOUCHING
        for place, turn in above.ends
        if turn == AFTER
        for other, back in below.ends
        if back == BEFORE
    )


def _overlap(one: Piece, other: Piece, apart: float) -> bool:
    return one.low < other.high + apart and other.low < one.high + apart
