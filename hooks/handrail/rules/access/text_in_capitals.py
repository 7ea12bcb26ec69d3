"""Words are written in small letters; capitals are for names and abbreviations.

Capitals take away the outline of words by which many people with dyslexia or low vision read, and
some screen readers spell them out. Emphasis is what bold is for. WCAG 2.2, 3.1.5 Reading level;
guidance of the NHS and GOV.UK on style.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault, Place
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.read.prose import Prose

ID = "text-in-capitals"
LEVEL = "warning"
ACT = ()

_CAPITALS = r"[A-Z]{2,}(?:'[A-Z]{1,2})?"
_WORD = re.compile(_CAPITALS)
_RUN = re.compile(
    rf"[A-Z](?<![\w&/'.@#-].)[A-Z]+(?:'[A-Z]{{1,2}})?(?:[ ,–-]+(?:{_CAPITALS}|A|I|&)(?!\w))+"
)
_LIST = re.compile(r"\w+(?:, *\w+)+")
"""Abbreviations set out one after the other."""
_SHORT = """
ACT ALL AND ANY ARE ASK BE CALL CAN DO DONT FOR HELP IF IN IS IT KEEP MUST NEVER NEW NO NOT NOW OF
ON ONLY OR OUT READ SAFE SEND STOP TELL THE THIS TO USE WHEN WITH YES YOU YOUR
"""
SHORT = frozenset(_SHORT.split())
"""Short words that are no abbreviations."""


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each two or more words in capitals, in the text, the title or a diagram, that
    are not all abbreviations."""
    prose = handbook.prose[page.uri]
    diagrams = handbook.diagrams_of(page)
    texts = [(page.get(name), page.place_of(name)) for name in ("title", "description")]
    texts += [(step.text, step.place) for diagram in diagrams for step in diagram.steps]
    for text, place in texts:
        for words, _ in _shouted(text, prose, handbook):
            yield _fault(place, words)
    for words, at in _shouted(prose.text, prose, handbook) if prose.has_capitals else ():
        yield _fault(prose.place(at), words)


def _shouted(text: str, prose: Prose, handbook: Handbook) -> Iterator[tuple[str, int]]:
    """(words, where they start) of each run of capitals with two words that are unknown."""
    for run in _RUN.finditer(text):
        found = _WORD.findall(run.group(0))
        words = [word for word in found if not _is_known(word, prose, handbook)]
        if _LIST.fullmatch(run.group(0)) and SHORT.isdisjoint(found):
            continue
        if len(words) > 1 and any(len(word) > 4 or word in SHORT for word in words):
            yield " ".join(run.group(0).split()), run.start()


def _is_known(word: str, prose: Prose, handbook: Handbook) -> bool:
    """True for abbreviations that the page, the glossary or the law explains."""
    glossary = handbook.glossary
    places = (prose.abbreviations, glossary.expansion, glossary.plain, glossary.retired)
    return any(word in place for place in places) or word in handbook.law.initials


def _fault(place: Place, words: str) -> Fault:
    lowered = words.lower()
    return Fault(
        place,
        f'"{words}" is written in capitals',
        f"write it in small letters, in bold if it has to stand out: **{lowered}**",
    )
