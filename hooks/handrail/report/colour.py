"""Colours for findings on a terminal. Nothing is said by colour alone."""

from __future__ import annotations

import os
import re
from typing import TextIO

from handrail.report.progress import is_terminal

_COLOURS = {"error": "31;1", "warning": "33;1"}
_LEVEL = re.compile(r"^(\S.*?:\d+:\d+: )(error|warning)(?=: )", re.MULTILINE)


def wants_colour(out: TextIO) -> bool:
    """True where a person watches who has not asked for plain words (no-color.org)."""
    return is_terminal(out) and not os.environ.get("NO_COLOR")


def coloured(text: str, out: TextIO) -> str:
    """Findings as text, with the level of each in colour where `out` wants it."""
    if not wants_colour(out):
        return text
    return _LEVEL.sub(lambda found: f"{found[1]}\x1b[{_COLOURS[found[2]]}m{found[2]}\x1b[0m", text)
