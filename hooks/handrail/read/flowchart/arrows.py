"""Arrows and the words on them: `-->`, `-->|Yes|` and `-- Yes -->`."""

from __future__ import annotations

import re

from handrail.read.flowchart import sayings
from handrail.read.flowchart.cursor import ARROW, BARE, GAP, QUOTED, SPACE, STOP, Cursor
from handrail.read.flowchart.sayings import Slipped

RESERVED = re.compile(
    r"\d*((?:end|style|linkStyle|classDef|class|graph|flowchart-elk|flowchart|subgraph"
    r"|interpolate|click|_self|_blank|_parent|_top)\b|(?:call|href)(?=\s))"
)
"""Words that no step can be called."""
LINK = re.compile(r"[xo<]?(?:--+[-xo>]|==+[=xo>]|-?\.+-[xo>]?)|~~~+")
HALF = re.compile(r"[xo<]?(--|==|-\.)[ \t]*")
"""The part of an arrow before the words in it."""
_OTHER_HALF = {"--": re.compile(r"--+[-xo>]"), "==": re.compile(r"==+[=xo>]"),
               "-.": re.compile(r"-?\.+-[xo>]?")}  # fmt: skip
NAME = re.compile(r"(?:[^\s\"]+@(?=[^{\"]))?[ \t]*")
"""What an arrow may be called by, before it."""


def go_past_arrow(cursor: Cursor) -> bool:
    """Go past an arrow and the words on it; False where none leads on. Raises `Slipped`."""
    before = cursor.at
    cursor.take(SPACE)
    begun = cursor.at
    cursor.take(NAME)
    if cursor.take(LINK):
        _find_target(cursor, begun, _go_past_words(cursor))
        return True
    half = cursor.sees(HALF)
    if not half or "\n" in cursor.text[before:begun]:
        cursor.at = before
        return False
    cursor.at = half.end()
    _go_past_other_half(cursor, begun, _OTHER_HALF[half[1]])
    _find_target(cursor, begun, False)
    return True


def _go_past_words(cursor: Cursor) -> bool:
    """Go past `|words|`; True where there were any."""
    cursor.take(GAP)
    if not cursor.starts("|"):
        return False
    begun = cursor.at
    cursor.at += 1
    words = cursor.take(QUOTED) or cursor.take(BARE)
    swallowed = "\n" in words and ARROW.search(words)
    if swallowed or not words or not cursor.starts("|"):
        closed = "|" in QUOTED.sub("", cursor.line(begun + 1))
        raise Slipped(begun + closed, *(sayings.BRACKET if closed else sayings.WORDS_OPEN))
    cursor.at += 1
    return True


def _go_past_other_half(cursor: Cursor, begun: int, pattern: re.Pattern) -> None:
    cursor.take(QUOTED)
    head = pattern.search(cursor.text, cursor.at, cursor.line_end(cursor.at))
    if not head:
        back = cursor.text[begun] == "<"
        raise Slipped(begun, *(sayings.ARROW_BACK if back else sayings.ARROW_HALF))
    if '"' in cursor.text[cursor.at : head.start()]:
        raise Slipped(begun, *sayings.BRACKET)
    cursor.at = head.end()


def _find_target(cursor: Cursor, begun: int, worded: bool) -> None:
    """Go to the step that an arrow leads to. It may stand alone on the next line with words."""
    cursor.take(GAP)
    if not cursor.sees(STOP):
        return
    ended = cursor.at
    cursor.take(SPACE)
    line = cursor.line(cursor.at)
    alone = line and not ARROW.search(QUOTED.sub("", line)) and not RESERVED.match(line)
    if worded or not alone or ";" in cursor.text[ended : cursor.at + 1]:
        raise Slipped(begun, *sayings.ARROW_LAST)
