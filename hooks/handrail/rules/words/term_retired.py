"""Bodies and terms have the names they have today.

A worker who looks for the LSCB finds a body that no longer exists, or nobody at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handrail.finding import Fault, Place
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.read.glossary import Term
from handrail.rules.words.history import tells_history

ID = "term-retired"
LEVEL = "warning"
ACT = ()


@dataclass(frozen=True)
class _Found:
    place: Place
    words: str
    term: Term
    sentence: str


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each old name that the glossary lists, outside sentences about the past."""
    names = handbook.glossary.old_names
    if page.type == "glossary" or not names:
        return
    for found in _uses(page, handbook, names):
        if not tells_history(found.sentence):
            today = found.term.in_sentence
            yield Fault(
                found.place,
                f'"{found.words}" is an old name: today it is "{today}"',
                f'write "{today}", or say that the sentence is about the past',
            )


def _uses(page: Page, handbook: Handbook, names: tuple) -> Iterator[_Found]:
    prose = handbook.prose[page.uri]
    for at, words, term in _find(prose.text, names):
        yield _Found(prose.place(at), words, term, prose.sentence(at))
    for diagram in handbook.diagrams_of(page):
        for step in diagram.steps:
            for _, words, term in _find(step.text, names):
                yield _Found(step.place, words, term, step.text)


def _find(text: str, names: tuple) -> Iterator[tuple[int, str, Term]]:
    """(index, words, term) of each old name, but not of one inside a longer one."""
    lowered = " ".join(text.lower().replace(">", " ").split())
    done: set[int] = set()
    for name, pattern, term in names:
        for match in pattern.finditer(text) if name in lowered else ():
            if done.isdisjoint(range(*match.span())):
                done.update(range(*match.span()))
                yield match.start(), " ".join(match.group(0).split()), term
