"""Whom to call, as short as a card needs it: each number once, with whose it is and when."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handrail.publish.paper.contacts import Line, reach
from handrail.publish.paper.nodes import Inline, plain
from handrail.records import Agency

_DAYS = re.compile(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*day(\s+to\s+)([A-Z][a-z]{2})[a-z]*day\b")
"""From which day to which somebody can be reached."""
_FEWEST = 3
"""Digits of a number to call, such as 111."""
_EVERYONE = "everyone"
"""The kind of agency that stands for all workers: the numbers on its page are those of others."""


@dataclass(frozen=True)
class _Use:
    """One occasion to call a number."""

    line: Line
    """When, and who answers."""
    agencies: tuple[str, ...]
    """Names of those whose number it is then."""

    @property
    def said(self) -> str:
        """The occasion in one form, however it is written."""
        return plain(self.line.whenever).casefold()


def calls_of(lines: list[tuple[Agency, list[Line]]], advice: bool) -> list[list[Inline]]:
    """Whom to call in the order in which agencies act, each number once; or, for `advice`, the
    champions whose number is nobody else's."""
    every = [(line, agency) for agency, own in lines for line in own]
    every.sort(key=lambda pair: (pair[0].adviser, pair[1].kind == _EVERYONE))
    calls: dict[str, list[_Use]] = {}
    for line, agency in every:
        _add(calls.setdefault(_number(line), []), line, agency)
    return [_set(uses) for uses in calls.values() if uses[0].line.adviser == advice]


def _number(line: Line) -> str:
    """What two lines have in common that lead to the same phone or address."""
    return _dialled(line.ways[0] if line.ways else line.who)


def _dialled(way: list[Inline]) -> str:
    """A number in one form, however it is spaced; other ways as they are written."""
    words = plain(way).casefold()
    digits = "".join(filter(str.isdigit, words))
    is_number = not any(map(str.isalpha, words)) and len(digits) >= _FEWEST
    return digits if is_number else " ".join(words.split())


def _add(uses: list[_Use], line: Line, agency: Agency) -> None:
    """One more occasion. One that is there already gets the shorter name of who answers; for all
    workers there is none that says in more words what an agency says."""
    everyone = agency.kind == _EVERYONE
    new = _Use(line, () if everyone else (agency.name,))
    for place, use in enumerate(uses):
        if use.said == new.said:
            shorter = min(use.line, line, key=lambda one: len(plain(one.who)))
            uses[place] = _Use(shorter, (*use.agencies, *new.agencies))
            return
    if not (everyone and any(use.said in new.said for use in uses)):
        uses.append(new)


def _set(uses: list[_Use]) -> list[Inline]:
    """Who answers, the number, and when to call it. Agencies stand once where all is theirs."""
    first = uses[0].line
    shared = len({use.agencies for use in uses}) == 1
    who = [*first.who, *(_whose(uses[0]) if shared else [])]
    ways = {_dialled(way): way for use in uses for way in use.line.ways}
    when = [_when(use, first, whose=not shared) for use in uses]
    said = [part for words in filter(None, when) for part in ("; ", *words)][1:]
    return [*reach(who, ways.values()), *([": ", *said] if said else [])]


def _when(use: _Use, first: Line, whose: bool) -> list[Inline]:
    """The occasion; who answers, where it is not who answers first; and the agencies."""
    words = use.line.when if first.adviser else use.line.whenever
    other = plain(use.line.who).casefold() != plain(first.who).casefold()
    said = [": ", *use.line.who] if other else []
    return [*map(_briefly, words), *said, *(_whose(use) if whose else [])]


def _whose(use: _Use) -> list[Inline]:
    """The agencies in brackets, but for those that the name of who answers has in it."""
    who = plain(use.line.who).casefold()
    named = [name for name in dict.fromkeys(use.agencies) if name.casefold() not in who]
    return [f" ({', '.join(named)})"] if named else []


def _briefly(words: Inline) -> Inline:
    """Monday to Friday is Mon to Fri."""
    return _DAYS.sub(r"\1\2\3", words) if isinstance(words, str) else words
