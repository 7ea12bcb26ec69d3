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
from functools import cache

ZERO = 0xF_0000
MARK = re.compile("[\U000f000a][\U000f0000-\U000f0009]+")
ANY = re.compile("[\U000f0000-\U000f000a]+")

_DIGITS = {ord(str(digit)): chr(ZERO + digit) for digit in range(10)}
_NUMBERS = {ZERO + digit: str(digit) for digit in range(10)}

INLINE = (
    "a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "img", "input", "ins", "kbd", "label",
    "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u",
)  # fmt: skip
"""Names of the elements that stand inside a line of words."""

# Words that are syntax as a whole: a mark would stop them from being read as what they are.
_SYNTAX = re.compile(
    r"""\s*(?: $
      | \{[:#.]                            # attribute list
      | (?:!!!|\?\?\?|===|///)[^"]*$       # admonition, fold, tab, block without a title
      | \[(?!\^)[^\]]+\]:                  # link definition
      | \*\[                               # abbreviation
      | [=\-]+\s*$ | (?:[-*_]\s*){3,}$     # underline of a heading, rule
      | \|?[\s|:]*-[\s|:\-]*$              # line below a table's head
    )""",
    re.VERBOSE,
)
# HTML in a block of its own. Inline tags and bare addresses are words, and so is everything that
# is indented as far as code, but for closing tags.
_NAMES = rf"(?:{'|'.join(INLINE)})\b"
_HTML = re.compile(rf" {{0,3}}<(?!/?{_NAMES}|[A-Za-z][\w+.-]*:|[^\s<>]+@)")
_END = re.compile(rf"</(?!{_NAMES})")
_MARKDOWN = re.compile(r" {0,3}<[^>]*\bmarkdown\b[^>]*>\s*")
# What stands before the words of most lines: nothing, or one mark of an item, heading or cell.
_USUAL = re.compile(r"(?:(?:[-*+]|\d+\.|#{1,6}|\|) )?")
# What stands before a line's words: quote marks; marks of lists, tasks, definitions and footnotes;
# the quote mark of a titled box, or marks of headings and tables.
_QUOTES = re.compile(r"(?:\s*>)*\s*")
_ITEMS = re.compile(r"(?:(?:(?:[-*+]|\d+\.)\s+|\[\^[^\]]+\]:\s*)(?:\[[ xX]\]\s+)?|:\s+)*")
_TITLE = re.compile(r'(?:!!!|\?\?\?|===|///)[^"]*"|(?:#{1,6}\s*)?(?:\|\s*)?')
# What stands behind a link's words: its target or reference, then its attributes.
_TARGET = re.compile(r"(?:\([^()]*\)|\[[^\]]*\])?(?:\{[^}]*\})?")
_REFERENCE = re.compile(r"\[[^\]]*\](?!\()")
# Brackets of links, and of tags
_SIGN = re.compile(r"\]\(|[][)>]|<(?=[A-Za-z])")
_PAIR = {"[": "]", "(": ")", "<": ">"}


@cache
def mark(line: int) -> str:
    """The mark of a 1-based source line."""
    return chr(ZERO + 10) + str(line).translate(_DIGITS)


@cache
def line_of(found: str) -> int:
    """The source line of a mark."""
    return int(found[1:].translate(_NUMBERS))


def without_marks(text: str) -> str:
    """`text` with every mark taken out."""
    return text if text.isascii() else ANY.sub("", text)


def mark_lines(lines: Iterable[str], first: int, skip: frozenset[int]) -> list[str]:
    """The lines with marks.

    `first` is the source line of the first; `skip` holds source lines that must stay as they are,
    such as those inside fenced code.
    """
    marked, unclosed, above = [], "", ""
    for number, line in enumerate(lines, first):
        if number in skip:
            marked.append(line)
            continue
        if not line or line.isspace():
            marked.append(line)
            unclosed = above = ""
            continue
        at = _USUAL.match(line).end()
        if line[at : at + 1].isalpha() and not unclosed and not above.endswith("]"):
            marked.append(line[:at] + mark(number) + line[at:])
            unclosed, above = _unclosed(line, 0, ""), line.rstrip()
            continue
        quotes = _QUOTES.match(line).end()
        items = _ITEMS.match(line, quotes)
        if items.group(0):
            unclosed = ""
        # A mark inside a link's words would change a reference's name; inside a tag, an attribute.
        at = _closed(line, quotes, unclosed) if unclosed else _start(line, quotes, items.end())
        if above.endswith("]") and not items.group(0) and _REFERENCE.match(line, max(at, 0)):
            at = _closed(line, at, "")  # it may belong to the words at the end of the line above
        words = 0 <= at < len(line.rstrip())
        marked.append(line[:at] + mark(number) + line[at:] if words else line)
        unclosed, above = _unclosed(line, quotes, unclosed), line.rstrip()
    return marked


def _start(line: str, quotes: int, items: int) -> int:
    """Where the words of a line begin that has quote marks up to `quotes` and list marks up to
    `items`; -1 where it has none."""
    if "<" in line:
        if _MARKDOWN.match(line):
            return _MARKDOWN.match(line).end()
        if _HTML.match(line) or _END.match(line, quotes):
            return -1
    if _SYNTAX.match(line, quotes) or (items > quotes and _SYNTAX.match(line, items)):
        return -1
    return _TITLE.match(line, items).end()


def _closed(line: str, quotes: int, unclosed: str) -> int:
    """Where the link or tag ends that began on a line above; -1 where it does not end here."""
    for found in _SIGN.finditer(line, quotes):
        unclosed = _after(unclosed, found.group(0))
        if not unclosed:
            return _TARGET.match(line, found.end()).end()
    return -1


def _unclosed(line: str, quotes: int, unclosed: str) -> str:
    """The brackets that are open at the end of a line, given those at its start."""
    if not unclosed and "[" not in line and "<" not in line and "](" not in line:
        return ""
    for found in _SIGN.finditer(line, quotes):
        unclosed = _after(unclosed, found.group(0))
    return unclosed


def _after(unclosed: str, sign: str) -> str:
    """The brackets that are open after one more sign."""
    if unclosed and sign == _PAIR[unclosed[-1]]:
        return unclosed[:-1]
    if unclosed.endswith("<") or sign[-1] not in _PAIR:
        return unclosed
    return unclosed.removesuffix("[") + "(" if sign == "](" else unclosed + sign[-1]
