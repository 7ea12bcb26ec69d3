"""The running text of a page: what readers read as sentences, each character still where it was
written.

Code, comments, HTML, addresses and the targets of links are blanked out; words stay. So a pattern
found in the text has the line and column that the writer will look at.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from math import inf

from handrail.finding import Place
from handrail.page import Page
from handrail.read.conflict import without_conflicts
from handrail.read.lines import read_fences

_SIGN = re.compile(r"[<`!\[*_{]")
_SIGNS = re.compile(
    r"""(?:(?P<comment><!--.*?-->)
      | (?P<code>(?P<ticks>`+)(?!`)(?:(?!\n\n).)+?(?<!`)(?P=ticks)(?!`))
      | (?P<tag></?[A-Za-z][^<>]*>)
      | (?P<picture>!\[[^\]]*\]\([^()\s]*(?:\([^()]*\))?[^()]*\))
      | (?P<definition>(?<![^\n])\[(?!\^)[^\]\n]+\]:[^\n]*$)
      | (?P<abbreviation>(?<![^\n])\*\[(?P<short>[^\]\n]+)\]:[ \t]*(?P<long>[^\n]*)$)
      | (?P<link>\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\])*)\]
            (?:\(\s*(?:<[^>\n]*>|(?:[^\s()]|\([^()\s]*\))*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)|\[[^\]\n]*\]))
      | (?P<attributes>\{[:#.][^}\n]*\})
      | (?P<note>\[\^[^\]\n]+\]:?)
      | (?P<stars>\*+|_+(?:(?<!\w_)|(?!\w))))""",
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>)\]]+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+")
_HEADING = re.compile(r"^ {0,3}#{1,6}\s[^\n]*$", re.MULTILINE)
_NOT_LINE_END = re.compile(r"[^\n]")
_WORD = re.compile(r"\w+")
_ONLY_WORDS = bytes(
    ord(chr(byte).lower()) if _WORD.match(chr(byte)) else ord(" ") for byte in range(256)
)
_CAPITALS = bytes(
    ord("A" if chr(byte).isupper() else " " if chr(byte).isspace() else "a") if byte < 128 else byte
    for byte in range(256)
)
_BLOCK = r"\n\s*\n|\n\s*(?:[-*+]|\d+\.)\s|\n\s*\|"
_BLOCK_END = re.compile(_BLOCK)
_SENTENCE_END = re.compile(rf"[.!?](?=\s)|\||{_BLOCK}")


@dataclass(frozen=True)
class Prose:
    """The running text of one page."""

    page: Page
    """The page."""
    text: str
    """As long as the page's text, with everything but running text blanked out; apostrophes are
    straight."""
    links: tuple[tuple[int, int], ...]
    """Start and end of the words of each link, in order."""
    abbreviations: dict[str, str]
    """Expansions that the page gives as hover tips: `*[AMHP]: approved mental …`."""

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line starts."""
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word of the page in small letters. Who looks for words asks this first."""
        if self.text.isascii():
            # As bytes: characters are exchanged there twenty times as fast as in text.
            return frozenset(self.text.encode().translate(_ONLY_WORDS).decode().split())
        return frozenset(_WORD.findall(self.text.lower()))

    @cached_property
    def has_capitals(self) -> bool:
        """True where two capitals may stand in one word, with a sign or letter between them."""
        shape = self.text.encode("utf-8", "replace").translate(_CAPITALS)
        return b"AA" in shape or b"AaA" in shape

    @cached_property
    def _small(self) -> str:
        return self.text.lower()

    def spots(self, words: frozenset[str]) -> list[int]:
        """Where these words, given in small letters, start, in order."""
        found = []
        for word in words & self.vocabulary:
            at = self._small.find(word)
            while at >= 0:
                around = self._small[at - 1 : at] + self._small[at + len(word) : at + len(word) + 1]
                if not any(map(str.isalpha, around)):
                    found.append(at)
                at = self._small.find(word, at + 1)
        return sorted(found)

    @cached_property
    def headings(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each heading."""
        return tuple(match.span() for match in _HEADING.finditer(self.text))

    def place(self, at: int) -> Place:
        """Where the character at index `at` was written."""
        line = bisect_right(self._starts, at)
        return self.page.place(line, at - self._starts[line - 1] + 1)

    def in_link(self, at: int) -> bool:
        """True where the character at index `at` is part of a link's words."""
        return _inside(self.links, at)

    def in_heading(self, at: int) -> bool:
        """True where the character at index `at` is part of a heading."""
        return _inside(self.headings, at)

    def at(self, place: Place) -> int:
        """The index of a place in this page."""
        return min(self._starts[place.line - 1] + place.column - 1, len(self.text) - 1)

    def sentence(self, at: int) -> str:
        """The sentence around index `at`, no more than its table cell or list item."""
        return self._around(at, _SENTENCE_END)

    def block(self, at: int) -> str:
        """The paragraph, list item or row of a table around index `at`."""
        return self._around(at, _BLOCK_END)

    def _around(self, at: int, end: re.Pattern) -> str:
        start = max(0, at - 1500)
        ends = [match.end() for match in end.finditer(self.text, start, at)]
        after = end.search(self.text, at)
        return self.text[ends[-1] if ends else start : after.start() if after else None]


def read_prose(page: Page) -> Prose:
    """The running text of a page. Diagrams and other fenced blocks are no part of it."""
    if "prose" not in page.notes:
        page.notes["prose"] = _read(page)
    return page.notes["prose"]


def _read(page: Page) -> Prose:
    text = without_conflicts(_without_fences(page))
    links: list[tuple[int, int]] = []
    abbreviations: dict[str, str] = {}

    def blanked(match: re.Match) -> str:
        if match["link"]:
            start, end = match.span("words")
            links.append((start, end))
            return (
                _blank(text[match.start() : start])
                + text[start:end]
                + _blank(text[end : match.end()])
            )
        if match["abbreviation"]:
            abbreviations[match["short"]] = match["long"].strip()
        return _blank(match.group(0))

    parts, at = [], 0
    for sign in _SIGN.finditer(text):
        match = _SIGNS.match(text, sign.start()) if sign.start() >= at else None
        if match:
            parts += [text[at : match.start()], blanked(match)]
            at = match.end()
    done = "".join([*parts, text[at:]])
    if "@" in done or "http" in done or "www." in done:
        done = _ADDRESS.sub(lambda match: " " * len(match.group(0)), done)
    return Prose(page, done.replace("’", "'"), tuple(links), abbreviations)


def _without_fences(page: Page) -> str:
    """The page's text with front matter and fenced blocks blanked out."""
    lines = page.text.split("\n")
    hidden = list(range(page.body_line - 1))
    for fence in read_fences(page):
        if fence.closed:
            hidden.extend(range(fence.line - 1, fence.line + len(fence.lines) + 1))
    for index in hidden:
        if index < len(lines):
            lines[index] = " " * len(lines[index])
    return "\n".join(lines)


def _blank(text: str) -> str:
    """As many spaces, with line ends kept."""
    return _NOT_LINE_END.sub(" ", text) if "\n" in text else " " * len(text)


def _inside(spans: tuple[tuple[int, int], ...], at: int) -> bool:
    index = bisect_right(spans, (at, inf)) - 1
    return index >= 0 and spans[index][0] <= at < spans[index][1]
