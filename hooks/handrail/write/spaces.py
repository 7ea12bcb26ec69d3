"""Mends spaces at the ends of lines, but for those that mean something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from handrail.page import Page
from handrail.read.pages import read_page
from handrail.write.plain import plain_lines
from handrail.write.source import Mend

_CODE = re.compile(r" {4}| {0,3}\t")


def mend_spaces(page: Page, lines: Sequence[str]) -> Iterator[Mend]:
    """Spaces and tabs at the ends of lines.

    Two spaces before another line of the paragraph break the line there, and in code every space
    is shown: both stay. So do spaces behind HTML, and everything below the first sign of code or of
    a comment that runs over several lines.
    """
    for index in range(page.body_line - 1):
        mend = _mend(index, lines)
        if mend and _says_the_same(page, lines, mend):
            yield mend
    for number, line in plain_lines(page):
        below = lines[number] if number < len(lines) else ""
        breaks = line.endswith("  ") and below.strip() and not line.lstrip().startswith("|")
        code = _CODE.match(line) and line.strip()
        if not (breaks or code or line.rstrip().endswith(">")):
            yield from filter(None, [_mend(number - 1, lines)])


def _mend(index: int, lines: Sequence[str]) -> Mend | None:
    line = lines[index]
    after = line.rstrip(" \t")
    return Mend(index + 1, "spaces at the end", line, after) if after != line else None


def _says_the_same(page: Page, lines: Sequence[str], mend: Mend) -> bool:
    """True where front matter has the same values without the spaces."""
    text = "\n".join([*lines[: mend.line - 1], mend.after, *lines[mend.line :]])
    return read_page(page.path, page.uri, text.encode()).fields == page.fields
