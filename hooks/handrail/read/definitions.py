"""Reads footnotes and link definitions out of a page's source: what Python-Markdown leaves no trace
of, or leaves as text, in the HTML."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from handrail.finding import Place
from handrail.page import Page
from handrail.read.lines import read_fences

NOTE, LINK = "note", "link"

_CODE = re.compile(r"<!--.*?-->|(?P<ticks>`+)(?!`)(?:(?!\n\n).)+?(?<!`)(?P=ticks)(?!`)", re.DOTALL)
_NOTE_DEFINITION = re.compile(r"^[ ]{0,3}\[\^(?P<name>[^\]\n]+)\]:", re.MULTILINE)
_NOTE_USE = re.compile(r"\[\^(?P<name>[^\]\n]+)\]")
_DEFINITION = re.compile(
    r"^[ ]{0,3}(?P<sign>\[(?![\^])(?P<name>[^\[\]\n]+)\]:)[ ]*\n?[ ]*\S", re.MULTILINE
)
_BRACKETS = r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]"
_FULL = re.compile(rf"(?P<words>{_BRACKETS})\[(?P<name>[^\[\]\n]*)\](?![(:])")
_ANY = re.compile(r"\[(?P<name>[^\[\]]+)\]")
_TARGET = re.compile(r"\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*\)")


@dataclass(frozen=True)
class Mark:
    """One sign in the source that names a footnote or a link definition."""

    kind: str
    """`note` or `link`."""
    name: str
    """The name as written, such as `1` or `duty desk`."""
    written: str
    """The whole sign, such as `[the desk][duty desk]`."""
    place: Place
    """Where it stands."""

    @property
    def key(self) -> str:
        """The name as Python-Markdown compares it."""
        return self.name if self.kind == NOTE else " ".join(self.name.lower().split())


@dataclass(frozen=True)
class Definitions:
    """What one page defines, and what it refers to."""

    defined: tuple[Mark, ...]
    """Footnotes and link definitions, in order."""
    used: tuple[Mark, ...]
    """Signs that need a definition: `[^1]`, `[words][name]`, `[name][]`."""
    mentioned: frozenset[str]
    """Keys of everything in square brackets, which uses a link definition of that name."""

    def keys(self, kind: str) -> set[str]:
        """Keys of what is defined."""
        return {mark.key for mark in self.defined if mark.kind == kind}


def read_definitions(page: Page) -> Definitions:
    """The footnotes and link definitions of a page, and where it uses them. Code has none."""
    if not any(sign in page.text for sign in ("[^", "][", "]:")):
        return Definitions((), (), frozenset())
    text = _without_code(page)
    starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def mark(kind: str, name: str, written: str, at: int) -> Mark:
        line = bisect_right(starts, at)
        return Mark(kind, name, written, page.place(line, at - starts[line - 1] + 1))

    notes, links = list(_NOTE_DEFINITION.finditer(text)), list(_DEFINITION.finditer(text))
    defined = [mark(NOTE, m["name"], m.group().strip(), _at(m)) for m in notes]
    defined += [mark(LINK, m["name"], m["sign"], m.start("sign")) for m in links]
    ends = {m.end() - 1 for m in notes}
    used = [
        mark(NOTE, m["name"], m.group(), m.start())
        for m in _NOTE_USE.finditer(text)
        if m.end() not in ends
    ]
    rest = _DEFINITION.sub(_blank, text)
    for match in _FULL.finditer(rest):
        name = match["name"] or match["words"][1:-1]
        if not match["words"].startswith("[^") and not name.startswith("^"):
            used.append(mark(LINK, name, match.group(), match.start()))
    names = _ANY.findall(_TARGET.sub("]", rest)) if links else ()
    mentioned = frozenset(" ".join(name.lower().split()) for name in names)
    return Definitions(tuple(defined), tuple(used), mentioned)


def _at(match: re.Match) -> int:
    return match.start() + len(match.group()) - len(match.group().lstrip(" "))


def _without_code(page: Page) -> str:
    """The page's text with front matter, fences, code and comments blanked out."""
    lines = page.text.split("\n")
    hidden = list(range(page.body_line - 1))
    for fence in read_fences(page):
        if fence.closed:
            hidden.extend(range(fence.line - 1, fence.line + len(fence.lines) + 1))
    for index in hidden:
        if index < len(lines):
            lines[index] = " " * len(lines[index])
    return _CODE.sub(_blank, "\n".join(lines))


def _blank(match: re.Match) -> str:
    return re.sub(r"[^\n]", " ", match.group())
