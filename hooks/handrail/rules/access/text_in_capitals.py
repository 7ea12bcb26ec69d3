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
_RUN = re.compile(rf"(?<![\w&/'.@#-]){_CAPITALS}(?:[ ,–-]+(?:{_CAPITALS}|A|I|&)(?!\w))+")
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
    known = _known(handbook, prose)
    for name in ("title", "description"):
        for words, _ in _shouted(page.get(name), known):
            yield _fault(page.place_of(name), words)
    for words, at in _shouted(prose.text, known):
        yield _fault(prose.place(at), words)
    for diagram in handbook.diagrams_of(page):
        for step in diagram.steps:
            for words, _ in _shouted(step.text, known):
                yield _fault(step.place, words)


def _known(handbook: Handbook, prose: Prose) -> set[str]:
    """Abbreviations that the glossary, the law or the page explains."""
    glossary = handbook.glossary
    known = {*glossary.expansion, *glossary.plain, *glossary.retired, *prose.abbreviations}
    return known | set(handbook.law.initials)


def _shouted(text: str, known: set[str]) -> Iterator[tuple[str, int]]:
    for run in _RUN.finditer(text):
        words = [word for word in _WORD.findall(run.group(0)) if word not in known]
        if len(words) > 1 and any(len(word) > 4 or word in SHORT for word in words):
            yield " ".join(run.group(0).split()), run.start()


def _fault(place: Place, words: str) -> Fault:
    lowered = words.lower()
    return Fault(
        place,
        f'"{words}" is written in capitals',
        f"write it in small letters, in bold if it has to stand out: **{lowered}**",
    )
