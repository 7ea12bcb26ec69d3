"""Finds instruments that running text names, by title or by short name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

_WORD = re.compile(r"(?<![\w'])[A-Z][\w'-]*")
_SPACE = re.compile(r"[\s>]+")
_YEAR = r"(?:1[5-9]|20)\d\d"
_YEAR_FOLLOWS = re.compile(rf"[\s>]+(?:\(Northern Ireland\)[\s>]+)?{_YEAR}\b")
# A capitalised word, a bracket, or a small word between such words: "Rehabilitation of Offenders".
_TITLE_WORD = r"(?:[A-Z][\w'-]*,?|\([A-Z][^()\n]*\)|of|and|for|to|in|on|etc\.?)[\s>]+"
_TITLE_END = re.compile(
    rf"\b(?:Act|Order|Regulations|Rules|Measure)[\s>]+(?:\(Northern Ireland\)[\s>]+)?{_YEAR}\b"
)
TITLE_ENDS = frozenset(("act", "order", "regulations", "rules", "measure"))
"""The words, in small letters, of which one stands in each text that gives such a title."""
_TITLE_START = re.compile(rf"(?<![\w'])[A-Z][\w'-]*,?[\s>]+(?:{_TITLE_WORD}){{0,12}}\Z")
_LONGEST = 160
# "the Care Act and Children Act 1989" names two.
_TWO_TITLES = re.compile(r"\b(?:Act|Regulations|Order)\s+(?:and|or)\s+")
_LEADING = re.compile(
    r"(?:(?:The|Under|In|See|Read|From|By|Section|Part|Both|Since|Before|After|Unlike|Like|If|When|And|"
    r"Of|Use|Check|Where|That|This|Its|An?|of|and|for|to|in|on)[\s>])+"
)


@dataclass(frozen=True)
class Named:
    """A place where an instrument is named."""

    start: int
    """Index of its first character in the text."""
    end: int
    """Index after its last character."""
    text: str
    """The words, with single spaces."""
    uris: tuple[str, ...]
    """Pages of the instruments it can mean, from the docs folder; empty where none has a page."""


@dataclass(frozen=True)
class Names:
    """Names by their first word, the longest first, with the pages of what they mean."""

    by_first: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]

    def find(self, text: str) -> Iterator[Named]:
        """Where `text` names an instrument that has a page, in order.

        A name without a year is not the beginning of one with a year, nor the end of a longer one.
        """
        done = 0
        for word in self._firsts.finditer(text):
            start = word.start()
            inside = text[start - 1 : start]
            if start >= done and not (inside.isalnum() or inside == "'"):
                found = self._at(text, start, word.group(0))
                if found:
                    done = _end(text, start, found[0])
                    if found[1]:
                        yield Named(start, done, *found)

    @cached_property
    def firsts(self) -> frozenset[str]:
        """The words, in small letters, of which one stands in each text that names something."""
        return frozenset(re.match(r"\w+", first)[0].lower() for first in self.by_first)

    @cached_property
    def _firsts(self) -> re.Pattern:
        """Any of the first words."""
        return re.compile(rf"(?:{'|'.join(map(re.escape, self.by_first)) or '(?!)'})(?![\w'-])")

    def _at(self, text: str, start: int, first: str) -> tuple[str, tuple[str, ...]] | None:
        names = self.by_first[first]
        words = _SPACE.sub(" ", text[start : start + 2 * len(names[0][0]) + 30])
        for name, uris in names:
            if not words.startswith(name) or words[len(name) : len(name) + 1].isalnum():
                continue
            if name[-1].isdigit() or not (_year_follows(words, name) or _is_end(text, start)):
                return name, uris
        return None


def make_names(known: Iterable[tuple[str, str]], others: Iterable[str] = ()) -> Names:
    """An index of (name, page of what it means). `others` are longer names of other things, such as
    "Mental Health Act assessment", in which nothing is to be found."""
    pages: dict[str, list[str]] = {}
    for name, uri in known:
        pages.setdefault(name.replace("’", "'"), []).append(uri)
    inside = re.compile("|".join(sorted(map(re.escape, pages), key=len)) or r"(?!)")
    for other in others:
        if inside.search(other):
            pages.setdefault(other, [])
    by_first: dict[str, list] = {}
    for name, uris in pages.items():
        first = _WORD.match(name)
        if first:
            by_first.setdefault(first.group(0), []).append((name, tuple(dict.fromkeys(uris))))
    longest = {
        first: tuple(sorted(names, key=lambda n: -len(n[0]))) for first, names in by_first.items()
    }
    return Names(longest)


def find_titles(text: str) -> Iterator[tuple[int, str]]:
    """(index, title) of everything that looks like the title of an instrument with its year."""
    for end in _TITLE_END.finditer(text):
        before = text[max(0, end.start() - _LONGEST) : end.start()]
        start = _TITLE_START.search(before)
        if start:
            words = start.group(0)
            cut = max((joint.end() for joint in _TWO_TITLES.finditer(words)), default=0)
            leading = _LEADING.match(words, cut)
            at = end.start() - len(words) + (leading.end() if leading else cut)
            yield at, _SPACE.sub(" ", text[at : end.end()])


def short_names(title: str, also_called: Iterable[str]) -> tuple[str, ...]:
    """What people call an instrument in a sentence: its title, its title without the year, and
    those of its other names that hold its year or number or are its initials."""
    year = re.search(rf"\s(?P<year>{_YEAR})$", title)
    names = [title]
    if year:
        names.append(title[: year.start()])
    initials = "".join(word[0] for word in re.findall(r"[A-Z][\w'-]*", names[-1]))
    for name in also_called:
        is_numbered = bool(year) and year["year"] in name and name[0].isupper()
        if (
            is_numbered
            or re.match(r"S[IRS]+ \d{4}/\d+", name)
            or (len(name) > 2 and name == initials)
        ):
            names.append(name)
    return tuple(dict.fromkeys(names))


def _end(text: str, start: int, name: str) -> int:
    """Where a name that begins at `start` ends in a text that may break its lines."""
    if text.startswith(name, start):
        return start + len(name)
    pattern = r"[\s>]+".join(re.escape(word) for word in name.split(" "))
    return re.compile(pattern).match(text, start).end()


def _year_follows(words: str, name: str) -> bool:
    return bool(_YEAR_FOLLOWS.match(words[len(name) :]))


def _is_end(text: str, start: int) -> bool:
    """True where what starts here is the end of a longer name: "Adoption and Children Act"."""
    return bool(re.search(r"[A-Z][\w'-]*[\s>]+(?:and|of)[\s>]+$", text[max(0, start - 40) : start]))
