"""Finds references in words: "see section 4.2", "step 7 of the crisis pathway", "appendix C"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handrail.finding import Place
from handrail.handbook import Handbook
from handrail.link import Link
from handrail.page import Page
from handrail.read.prose import Prose

CHAPTER, STEP, APPENDIX, FIGURE = "chapter", "step", "appendix", "figure"

_OWN = r"(?:this|our|the)\s+(?:\w+\s+)?(?:protocol|handbook|document|agreement)\b"
_FIRST = frozenset((
    "section", "sections", "chapter", "chapters", "step", "steps", "appendix", "annex", "table",
    "figure",
))  # fmt: skip
"""The words that a reference begins with."""
_SPOKEN = re.compile(
    rf"""(?<![\w-])(?:
        (?:sections?|chapters?)\s+(?P<chapter>\d+(?:\.\d+)*)(?![\w(]|\.\d)
      | steps?\s+(?P<step>\d+)(?![\w%]|\.\d)
        (?:\s+(?:of|in|on)\s+(?:the\s+|our\s+)?(?P<pathway>[^.,;:()|\[\]]{{3,60}}?)\s+pathway\b)?
      | (?:appendix|annex)\s+(?P<appendix>(?-i:[A-Z])|\d+)(?![\w-]|\.\d)
      | (?:table|figure)\s+(?P<figure>\d+)(?![\w%]|\.\d)
    )(?P<after>\s+(?:of|in|to|under)\s+{_OWN})?""",
    re.VERBOSE | re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"\s*,?\s+(?:of|in|to|under)\s+(?!this\b|our\b)\w", re.IGNORECASE)
_LAW = re.compile(
    r"\b(?:Acts?|Regulations?|Order|Measure|Code|guidance|statute|legislation|Bill|NICE|Convention)\b"
)


@dataclass(frozen=True)
class Spoken:
    """One reference in words."""

    kind: str
    """`chapter`, `step`, `appendix` or `figure`."""
    text: str
    """The words, on one line."""
    number: str
    """The number or letter."""
    pathway: str
    """The pathway that a step is said to be of; empty where none is named."""
    place: Place
    """Where it stands."""
    after: str
    """The words that follow, on one line."""
    link: Link | None
    """The link that the words are part of."""
    is_linked: bool
    """True where the words are part of any link."""


def read_spoken(page: Page, handbook: Handbook) -> list[Spoken]:
    """The references in words of a page, in order, but for those to the law and to other books, and
    for labels such as "Step 1:". They are read once."""
    document = handbook.rendered.get(page.uri)
    if document is None:
        return []
    if __name__ not in document.notes:
        document.notes[__name__] = list(_read(page, handbook))
    return document.notes[__name__]


def _read(page: Page, handbook: Handbook) -> Iterator[Spoken]:
    prose = handbook.prose[page.uri]
    for match in _matches(prose):
        kind = next(k for k in (CHAPTER, STEP, APPENDIX, FIGURE) if match[k])
        if not _is_label(match, prose) and not _is_of_another(match, kind, page, prose, handbook):
            place, after = prose.place(match.start()), prose.text[match.end() : match.end() + 80]
            linked = prose.in_link(match.start())
            yield Spoken(
                kind, " ".join(match.group().split()), match[kind], match["pathway"] or "", place,
                " ".join(after.split()), _link_at(place, page, handbook) if linked else None,
                linked,
            )  # fmt: skip


def _matches(prose: Prose) -> Iterator[re.Match]:
    end = 0
    for at in prose.spots(_FIRST):
        match = _SPOKEN.match(prose.text, at) if at >= end else None
        if match:
            end = match.end()
            yield match


def _is_label(match: re.Match, prose: Prose) -> bool:
    """True where the words name what they begin: a heading, a row, a caption."""
    if prose.in_link(match.start()):
        return False
    before = prose.text[max(0, match.start() - 200) : match.start()]
    line = re.split(r"\n|\|", before)[-1]
    begins = not line.strip(" >#-*+_\"'“(.0123456789")
    ends = re.match(r"\s*(?:[:.|–—-]|\n|$)", prose.text[match.end() :])
    return begins and (bool(ends) or prose.in_heading(match.start()))


def _is_of_another(
    match: re.Match, kind: str, page: Page, prose: Prose, handbook: Handbook
) -> bool:
    """True for a section of a law, a chapter of guidance, a table of somebody else's report."""
    if match["after"] or match["pathway"]:
        return False
    rest = prose.text[match.end() : match.end() + 30]
    if kind == STEP:
        return bool(re.match(r"\s+(?:of|in)\s+(?!this\b)", rest))
    plain_section = match.group()[0] in "sS" and "." not in match.group()
    above = re.match(r"\s+(?:above|below)\b", rest)
    if kind == CHAPTER and plain_section and not above:
        return True
    if page.type == "legislation" or _ELSEWHERE.match(rest):
        return True
    sentence = " ".join(prose.sentence(match.start()).split())
    named = any(name.text in sentence for name in handbook.named[page.uri])
    return named or bool(_LAW.search(sentence))


def _link_at(place: Place, page: Page, handbook: Handbook) -> Link | None:
    """The last link that begins before a place on its line."""
    links = [
        link
        for link in (*handbook.references.of.get(page.uri, ()), *handbook.outside_links)
        if link.place.path == place.path
        and link.place.line == place.line
        and link.place.column <= place.column
    ]
    return max(links, key=lambda link: link.place.column, default=None)
