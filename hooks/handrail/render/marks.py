"""Carries source lines through Python-Markdown, so that a finding in the HTML names the line that
the writer wrote.

Python-Markdown keeps no places. So each line of prose gets a mark in front of its words, made of
characters of a private-use plane that no page needs and no syntax knows; after inline parsing the
marks are taken out again and become `data-line` attributes, which are removed when the page is
published.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

ZERO = 0xF_0000
MARK = re.compile("[\U000f000a][\U000f0000-\U000f0009]+")
ANY = re.compile("[\U000f0000-\U000f000a]+")

_DIGITS = {ord(str(digit)): chr(ZERO + digit) for digit in range(10)}
_NUMBERS = {ZERO + digit: str(digit) for digit in range(10)}

# Lines that are syntax as a whole: a mark would stop them from being read as what they are.
_SYNTAX = re.compile(
    r"""\s*(?: $
      | <                                  # raw HTML
      | \{[:#.]                            # attribute list
      | (?:!!!|\?\?\?|===|///)[^"]*$       # admonition, fold, tab, block without a title
      | \[(?!\^)[^\]]+\]:                  # link definition
      | \*\[                               # abbreviation
      | [=\-]+\s*$ | (?:[-*_]\s*){3,}$     # underline of a heading, rule
      | \|?[\s|:]*-[\s|:\-]*$              # line below a table's head
    )""",
    re.VERBOSE,
)
# What stands before a line's words: the quote mark of a titled box; quote, list, definition,
# heading, footnote, task, table.
_PREFIX = re.compile(
    r'\s*(?:!!!|\?\?\?|===|///)[^"]*"'
    r"|\s*(?:>\s?)*(?:(?:[-*+]|\d+\.|:)\s+)*(?:#{1,6}\s*|\[\^[^\]]+\]:\s*)?(?:\[[ xX]\]\s+)?(?:\|\s*)?"
)


def mark(line: int) -> str:
    """The mark of a 1-based source line."""
    return chr(ZERO + 10) + str(line).translate(_DIGITS)


def line_of(found: str) -> int:
    """The source line of a mark."""
    return int(found[1:].translate(_NUMBERS))


def without_marks(text: str) -> str:
    """`text` with every mark taken out."""
    return ANY.sub("", text)


def mark_lines(lines: Iterable[str], first: int, skip: frozenset[int]) -> list[str]:
    """The lines with marks.

    `first` is the source line of the first; `skip` holds source lines that must stay as they are,
    such as those inside fenced code.
    """
    marked, open_brackets = [], 0
    for number, line in enumerate(lines, first):
        if not line.strip():
            open_brackets = 0
        # A link's words may run over a line end; a mark inside would change a reference's name.
        if open_brackets > 0 or number in skip or _SYNTAX.match(line):
            marked.append(line)
        else:
            at = _PREFIX.match(line).end()
            marked.append(line[:at] + mark(number) + line[at:])
        if number not in skip:
            open_brackets = max(0, open_brackets + line.count("[") - line.count("]"))
    return marked
