"""Finds the provisions that a few words name: "section 47(1)", "ss 9 and 10", "Sch 2, para 3"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handrail.law.provisions import Level, Pinpoint, make

_WORDS = {
    "section": r"sections?|sects?\.?|secs?\.?|ss?\.?|§§?",
    "article": r"articles?|arts?\.?",
    "regulation": r"regulations?|regs?\.?",
    "rule": r"rules?|rr?\.?",
    "schedule": r"schedules?|schs?\.?|scheds?\.?",
    "paragraph": r"paragraphs?|paras?\.?",
    "part": r"parts?|pts?\.?",
    "chapter": r"chapters?|chs?\.?|chaps?\.?",
    "annex": r"annex(?:es)?",
    "appendix": r"appendix|appendices|apps?\.?",
}
_KIND = "|".join(f"(?P<{kind}>{words})" for kind, words in _WORDS.items())
_NUMBER = (
    r"(?:[A-Za-z]{0,2}\d{1,4}[A-Za-z]{0,3}|(?-i:[A-Z]))(?:\.\d+[A-Za-z]?)*(?:\s?\(\w{1,6}\))*(?!\w)"
)
_JOIN = r"\s*(?:,\s*and|,\s*or|,|and|or|&|to|[-–—])\s*"
_MENTION = re.compile(
    # "Regulations 2015" is the end of a title.
    rf"(?<![\w-])(?!(?:regulations|rules)\s+(?:19|20)\d\d)(?:{_KIND})\s*(?P<numbers>{_NUMBER}(?:{_JOIN}{_NUMBER})*)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:,|of|of the|in|to)?\s*", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:to|[-–—])\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Mention:
    """One provision or list of provisions, named in words."""

    text: str
    """The words, as written."""
    pinpoints: tuple[Pinpoint, ...]
    """What they name; the first and last of a range."""
    is_range: bool = False
    """True for "sections 9 to 11"."""

    def fits(self, target: Pinpoint) -> bool:
        """True where a link to `target` leads to one of the provisions named, to what is around it
        or to what is inside it."""
        if any(named.covers(target) or target.covers(named) for named in self.pinpoints):
            return True
        return self.is_range and _lies_between(self.pinpoints, target)


def read_mentions(text: str) -> tuple[Mention, ...]:
    """The provisions that `text` names, in order. "paragraph 3 of schedule 2" is one of them."""
    found = [(match, _levels(match)) for match in _MENTION.finditer(text)]
    mentions: list[Mention] = []
    index = 0
    while index < len(found):
        match, levels = found[index]
        joined = _joined(text, match, levels, found[index + 1 :][:1])
        if joined:
            end = found[index + 1][0].end()
            mentions.append(Mention(text[match.start() : end], (joined,)))
            index += 1
        else:
            is_range = len(levels) > 1 and bool(_RANGE.search(_signs(match["numbers"])))
            pinpoints = tuple(Pinpoint((level,)) for level in levels)
            mentions.append(Mention(match.group(0), pinpoints, is_range))
        index += 1
    return tuple(mentions)


def _joined(text: str, match: re.Match, levels: list[Level], after: list) -> Pinpoint | None:
    """The provision that two mentions name together, such as a schedule and its paragraph."""
    if not after or len(levels) != 1:
        return None
    (other, others), (level,) = after[0], levels
    if len(others) != 1 or not _BETWEEN.fullmatch(text[match.end() : other.start()]):
        return None
    for outer, inner in ((level, others[0]), (others[0], level)):
        if (outer.kind, inner.kind) in _NESTED:
            return Pinpoint((outer, inner))
    return None


_NESTED = frozenset({("schedule", "paragraph"), ("schedule", "part"), ("part", "chapter"),
                     ("chapter", "paragraph"), ("annex", "paragraph")})  # fmt: skip
"""(outer, inner) kinds that name one provision together."""


def _levels(match: re.Match) -> list[Level]:
    kind = next(kind for kind in _WORDS if match[kind])
    numbers = re.findall(_NUMBER, match["numbers"])
    return [make(kind, re.findall(r"[A-Za-z0-9]+", number)) for number in numbers]


def _signs(numbers: str) -> str:
    """What stands between the numbers of a list."""
    return " ".join(re.split(_NUMBER, numbers))


def _lies_between(ends: tuple[Pinpoint, ...], target: Pinpoint) -> bool:
    first, last = ends[0].levels[0], ends[-1].levels[0]
    wanted = target.levels[0]
    if not (first.kind == last.kind == wanted.kind and wanted.numbers):
        return False
    return _order(first.numbers[0]) <= _order(wanted.numbers[0]) <= _order(last.numbers[0])


def _order(number: str) -> tuple[int, str]:
    """Sections come in this order: 17, 17ZA, 17ZB, 17A, 18; close enough for a range."""
    digits = re.search(r"\d+", number)
    return (int(digits[0]) if digits else 0, number)
