"""The signs that git leaves in a file where two people changed the same lines."""

from __future__ import annotations

import re

CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)
"""One of the three lines around the two copies."""
OPENS = "<" * 7
HELP = "keep the right one of the two, and delete the lines <<<<<<<, ======= and >>>>>>>"


def left(line: str) -> str:
    """What to say of the line that opens a conflict."""
    return f'git has left "{line.strip()}" here: two people changed the same lines'
