"""Readers are led by links, not by numbers and places.

"See section 4.2" and "see above" make readers search, on a phone and in a screen reader above all;
numbers change, and what was above is on another page of the print.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from handrail.chapters import read_chapters
from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.html import LINE, Document, Element
from handrail.link import Link
from handrail.page import Page
from handrail.read.prose import Prose
from handrail.rules.links.reference_number_wrong import check_page as wrong_numbers
from handrail.rules.links.spoken import CHAPTER, STEP, Spoken, read_spoken
from handrail.rules.links.steps import pathway_called

ID = "reference-in-words"
LEVEL = "warning"
ACT = ()

_PART = r"(?:section|part|heading|paragraph|chapter|page|pathway)"
_PLACES = re.compile(
    rf"""\b(?:
        see\s+(?:also\s+)?(?:above|below|overleaf|opposite)\b
      | (?:as|was|were)\s+(?:\w+\s+){{0,2}}?(?:described|explained|mentioned|shown|listed|stated|
            set\s+out|noted|said|given)\s+(?:above|below|overleaf)\b
      | (?:see|in|use|under)\s+(?:the\s+)?{_PART}\s+(?:above|below)\b
      | (?:see|on|over|to)\s+(?:the\s+)?(?:next|previous|following|opposite|facing)\s+page\b
      | overleaf\b
      | (?:see|on|to)\s+(?:pages?|p\.)\s*\d+\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"\s+(?:of|in)\s+(?!(?:this|our|the)\s+(?:\w+\s+)?(?:protocol|handbook|document)\b)", re.I
)
"""What follows the number of a page in another book."""
_THING = re.compile(
    r"\bthe\s+(?:\w+\s+)?(?P<thing>table|diagram|picture|list)\s+(?P<where>above|below)\b", re.I
)
_PLACE_HINTS = frozenset((
    "above", "below", "overleaf", "opposite", "next", "previous", "following", "facing", "page",
    "pages", "p",
))  # fmt: skip
"""A word of each reference by place. To look for those first is ten times as fast."""
_THING_HINTS = frozenset(("above", "below"))
_NEAR = 60
"""Characters before and after such a word that a reference in words can have."""
_TAGS = {
    "table": ("table",), "list": ("ul", "ol", "dl", "table"),
    "diagram": ("svg", "img", "figure", "div"), "picture": ("svg", "img", "figure"),
}  # fmt: skip


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each reference by number or by place that could be a link, and each table, list
    or picture that is not where the words say."""
    wrong = {fault.place for fault in wrong_numbers(page, handbook)}
    for spoken in read_spoken(page, handbook):
        help = "" if spoken.is_linked or spoken.place in wrong else _help(spoken, page, handbook)
        if help:
            yield Fault(spoken.place, f'"{spoken.text}" is a number, which may change', help)
    yield from _places(handbook.prose[page.uri])
    document = handbook.rendered.get(page.uri)
    if document:
        yield from _things(handbook.prose[page.uri], document)


def _help(spoken: Spoken, page: Page, handbook: Handbook) -> str:
    """How to link instead; empty where nothing can be linked to."""
    here = Link(spoken.place, page.uri, "", "", "")
    if spoken.kind == CHAPTER:
        chapter = read_chapters(handbook).get(spoken.number)
        if chapter and chapter.uri:
            return f"link to it: [{chapter.title}]({here.relative(chapter.uri)})"
    if spoken.kind == STEP and spoken.pathway:
        where = pathway_called(spoken.pathway, handbook)
        way = f"{here.relative(where.uri)}#pathway-1-step-{spoken.number}"
        return f"link to it: [the step's words]({way})"
    return ""


def _places(prose: Prose) -> Iterator[Fault]:
    for match in _found(_PLACES, _PLACE_HINTS, prose):
        linked = prose.in_link(match.start()) or prose.in_link(match.end() - 1)
        if not linked and not _OF_ANOTHER.match(prose.text, match.end()):
            yield Fault(
                prose.place(match.start()),
                f'"{" ".join(match.group().split())}" sends readers to look for it',
                "link to the heading: [its words](#its-anchor)",
            )


def _found(pattern: re.Pattern, hints: frozenset[str], prose: Prose) -> Iterator[re.Match]:
    """Matches of a pattern, looked for only around a word that each of them has: this is quick."""
    end = 0
    for at in prose.spots(hints):
        match = pattern.search(prose.text, max(end, at - _NEAR), at + _NEAR)
        if match:
            end = match.end()
            yield match


def _things(prose: Prose, document: Document) -> Iterator[Fault]:
    for match in _found(_THING, _THING_HINTS, prose):
        place, thing, where = prose.place(match.start()), match["thing"].lower(), match["where"]
        lines = [_line(e, document) for e in document.elements(*_TAGS[thing])]
        if not any((line > place.line) == (where.lower() == "below") for line in lines):
            words = " ".join(match.group().split())
            message = f'"{words}": there is no {thing} {where.lower()} on this page'
            yield Fault(place, message, f"link to the page that has the {thing}")


def _line(element: Element, document: Document) -> int:
    """The line of an element; what Handrail adds stands below everything."""
    holders = [h for h in (element, *element.ancestors) if isinstance(h, Element)]
    made = not any(holder.attr(LINE) for holder in holders)
    return sys.maxsize if made else document.place(element).line
