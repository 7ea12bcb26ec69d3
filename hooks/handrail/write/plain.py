"""The part of a page in which spaces mean nothing to a browser."""

from __future__ import annotations

import re

from handrail.page import Page
from handrail.read.lines import prose_lines

_WHOLE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|<!--.*?-->")
_RUNS_ON = re.compile(r"</?(?:pre|textarea|script|style)\b|<!--|-->|`", re.IGNORECASE)
"""Code and comments that end on their line, and signs of others."""


def plain_lines(page: Page) -> list[tuple[int, str]]:
    """(1-based line, text) of the lines below the front matter that are no code, down to the first
    sign of code or of a comment that runs over several lines."""
    lines = []
    for number, line in prose_lines(page):
        if _RUNS_ON.search(_WHOLE.sub("", line)):
            break
        lines.append((number, line))
    return lines
