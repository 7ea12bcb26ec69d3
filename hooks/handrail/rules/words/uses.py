"""Finds the abbreviations that a page uses, and where it says what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handrail.finding import Place
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.read.glossary import expansion_before
from handrail.read.prose import Prose

# Two capitals or more in one word: AMHP, EHCPs, DoLS, A&E. Roman numerals and the series of
# statutory instruments (SI 2015/313) are none.
_ABBREVIATION = re.compile(
    # The capital stands first in the pattern, which makes the search fast.
    r"(?P<short>[A-Z](?<![\w&/'.@#-].)(?<!(?=[IVXLC]+\b).)(?<!(?=S[IRS]I? \d{4}/).)"
    r"(?:[A-Z]|[a-z]?[A-Z]|&[A-Z])[A-Za-z]{0,6}?)(?:'?s)?(?![\w&@-]|\.\w)"
)
_SHOUTING = re.compile(r"(?:\b[A-Z]{2,}\b[ ,.!]+){2,}[A-Z]{2,}\b")


@dataclass(frozen=True)
class Use:
    """The first use of an abbreviation on a page."""

    short: str
    """The abbreviation, in the singular."""
    place: Place
    """Where it stands."""
    expanded: bool
    """True where its words stand right before it, or after it in brackets."""
    later: str
    """The words that the page gives only further down, or as a hover tip; empty where none."""


def first_uses(page: Page, handbook: Handbook) -> tuple[Use, ...]:
    """The first use of each abbreviation in the text and diagrams of a page."""
    prose = handbook.prose[page.uri]
    found: dict[str, list[tuple[Place, str]]] = {}
    expansions = handbook.glossary.expansion
    for short, at in _in_text(prose):
        found.setdefault(short, []).append((prose.place(at), _words(prose, short, at, expansions)))
    for diagram in handbook.diagrams_of(page):
        for step in diagram.steps:
            for match in _ABBREVIATION.finditer(step.text):
                found.setdefault(match["short"], []).append((step.place, ""))
    return tuple(_use(short, sorted(uses), prose) for short, uses in found.items())


def _in_text(prose: Prose) -> list[tuple[str, int]]:
    """(abbreviation, where it stands) for each use, looked for once."""
    notes = prose.page.notes
    if __name__ not in notes:
        notes[__name__] = list(_find(prose)) if prose.has_capitals else []
    return notes[__name__]


def _find(prose: Prose) -> Iterator[tuple[str, int]]:
    found = list(_ABBREVIATION.finditer(prose.text))
    shouted = _SHOUTING.finditer(prose.text) if len(found) > 2 else ()
    shouting = [match.span() for match in shouted]
    for match in found:
        if not any(start <= match.start() < end for start, end in shouting):
            yield match["short"], match.start()


def _use(short: str, uses: list[tuple[Place, str]], prose: Prose) -> Use:
    place, words = uses[0]
    later = next((words for _, words in uses if words), "") or prose.abbreviations.get(short, "")
    return Use(short, place, bool(words), later)


def _words(prose: Prose, short: str, at: int, expansions: Mapping[str, str]) -> str:
    """What the page says there that an abbreviation stands for; empty where it says nothing."""
    before, after = prose.text[max(0, at - 150) : at], prose.text[at : at + 150]
    known = expansions.get(short, "")
    opening = before.rstrip(" *_\n")
    if opening.endswith("(") or re.search(r"\([A-Z]\w+ or $", before):
        said = " ".join(opening.rpartition("(")[0].split())
        if known and said.casefold().rstrip("s").endswith(known.casefold().rstrip("s")):
            return known
        return expansion_before(said, short)
    bracket = re.match(rf"{re.escape(short)}s?\s*\(([^()]+)\)", after)
    if bracket and (
        bracket[1].casefold() == known.casefold() or expansion_before(bracket[1], short)
    ):
        return bracket[1]
    return ""
