"""A number in the text still is the number of what it named in the published edition.

After a chapter or a step is put in, "see section 4.2" leads to another chapter that exists, so
nobody stumbles over it. Only `handrail check --since EDITION` looks for this: it compares with an
earlier edition in git.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from handrail.chapters import Chapter, read_chapters
from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.read.diagrams import read_diagrams
from handrail.read.prose import read_prose
from handrail.rules.links.reference_number_wrong import has_own_number
from handrail.rules.links.spoken import CHAPTER, STEP, Spoken, read_spoken
from handrail.rules.links.steps import pathway_called, step_texts
from handrail.rules.links.suggest import plain

ID = "reference-number-moved"
LEVEL = "error"
ACT = ()

_REWORDED = 0.6
"""How alike the old and new words of one step are at least."""


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each reference by number that the earlier edition had and whose number belongs
    to something else now."""
    if not handbook.since:
        return
    then = _then(handbook)
    chapters, before = read_chapters(handbook), read_chapters(then)
    for page in handbook.pages:
        for spoken in read_spoken(page, handbook):
            if spoken.kind == CHAPTER and not spoken.link and not has_own_number(spoken, page):
                fault = _chapter(spoken, before, chapters, handbook)
            elif spoken.kind == STEP:
                fault = _step(spoken, page, then, handbook)
            else:
                fault = None
            if fault and _was_said(spoken, page, handbook):
                yield fault


def _then(handbook: Handbook) -> Handbook:
    """The protocol as it was, as far as chapters and steps need it."""
    before = handbook.before
    same = [page for page in handbook.pages if page.uri not in before]
    diagrams = [diagram for diagram in handbook.diagrams if diagram.uri not in before]
    diagrams += [diagram for page in before.values() for diagram in read_diagrams(page)]
    pages = (*same, *before.values())
    return replace(handbook, pages=pages, diagrams=tuple(diagrams), menu=handbook.menu_before)


def _was_said(spoken: Spoken, page: Page, handbook: Handbook) -> bool:
    """True where the sentence stood on the page then: a new one is about the numbers of today."""
    prose = handbook.prose[page.uri]
    sentence = " ".join(prose.sentence(prose.at(spoken.place)).split())
    names = [page.uri, *(old for old, uri in handbook.moved.items() if uri == page.uri)]
    old = next((handbook.before[name] for name in names if name in handbook.before), None)
    if old is None:
        return page.uri in handbook.pages_before
    return sentence in " ".join(read_prose(old).text.split())


def _chapter(
    spoken: Spoken, before: dict[str, Chapter], chapters: dict[str, Chapter], handbook: Handbook
) -> Fault | None:
    old, new = before.get(spoken.number), chapters.get(spoken.number)
    if old is None or new is None:  # a number that nothing has is another rule's to judge
        return None
    uri = handbook.moved.get(old.uri, old.uri)
    if uri == new.uri and (uri or old.title == new.title):
        return None
    message = f'"{spoken.text}" was "{old.title}" in {handbook.since}, and is "{new.title}" now'
    return Fault(spoken.place, message, "link to the page that is meant by its title")


def _step(spoken: Spoken, page: Page, then: Handbook, handbook: Handbook) -> Fault | None:
    linked = spoken.link.uri if spoken.link else ""
    named = pathway_called(spoken.pathway, handbook) if spoken.pathway else page
    where = handbook.page.get(linked) or named
    if where is None or where.uri not in handbook.before:
        return None
    old = dict(step_texts(handbook.before[where.uri], then)).get(int(spoken.number))
    now = dict(step_texts(where, handbook))
    new = now.get(int(spoken.number))
    if old is None or new is None or _alike(old, new):
        return None
    moved = next((number for number, text in now.items() if plain(text) == plain(old)), 0)
    now_said = f"which is step {moved} now" if moved else f'and is "{new}" now'
    message = f'"{spoken.text}" was "{old}" in {handbook.since}, {now_said}'
    return Fault(spoken.place, message, "link to the step by its words, without the number")


def _alike(old: str, new: str) -> bool:
    return SequenceMatcher(None, plain(old), plain(new)).ratio() >= _REWORDED
