"""The signs that git leaves in a file where two people changed the same lines."""

from __future__ import annotations

import re
from collections.abc import Iterable

OPENS = "<" * 7
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)
HELP = "keep the right one of the two, and delete the lines <<<<<<<, ======= and >>>>>>>"


def conflicts(text: str) -> Iterable[re.Match]:
    """The three lines around the two copies, and whatever else looks like one of them."""
    # To look for seven signs anywhere is much quicker than to look at each line.
    return _CONFLICT.finditer(text) if any(sign * 7 in text for sign in "<=>") else ()


def left(line: str) -> str:
    """What to say of the line that opens a conflict."""
    return f'git has left "{line.strip()}" here: two people changed the same lines'
