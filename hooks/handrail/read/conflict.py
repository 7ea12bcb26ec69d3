"""The signs that git leaves in a file where two people changed the same lines."""

from __future__ import annotations

import re
from collections.abc import Iterable

OPENS = "<" * 7
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)
HELP = "keep the right one of the two, and delete the lines <<<<<<<, ======= and >>>>>>>"


def conflicts(text: str) -> Iterable[re.Match]:
    """The three lines around the two copies, and whatever else looks like one of them."""
    return _CONFLICT.finditer(text) if _may_hold(text) else ()


def without_conflicts(text: str) -> str:
    """The text with spaces in the place of those lines."""
    return _CONFLICT.sub(lambda sign: " " * len(sign[0]), text) if _may_hold(text) else text


def _may_hold(text: str) -> bool:
    """To look for seven signs anywhere is much quicker than to look at each line."""
    return any(sign * 7 in text for sign in "<=>")


def left(line: str) -> str:
    """What to say of the line that opens a conflict."""
    return f'git has left "{line.strip()}" here: two people changed the same lines'
