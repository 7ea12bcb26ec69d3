"""Suggests what a writer may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, names: Iterable[str]) -> str:
    """The name most like `name`, letter case aside; empty where none is near."""
    by_folded = {other.casefold(): other for other in names}
    near = get_close_matches(name.casefold(), by_folded, 1, 0.65)
    return by_folded[near[0]] if near else ""


def did_you_mean(name: str, names: Iterable[str], otherwise: str) -> str:
    """A question that names the nearest of `names`, or `otherwise` where none is near."""
    near = nearest(name, names)
    return f'did you mean "{near}"?' if near else otherwise
