"""Lists of words, as standards give them: written with spaces between, used as sets."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of `text`."""
    return frozenset(text.split())
