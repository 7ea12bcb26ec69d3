"""On one page, the same words lead to the same place.

In a screen reader's list of links, and for people who work by voice, two links with one name are
one link. WCAG 2.2, 2.4.4 Link purpose (in context), 2.4.9 Link purpose (link only). Links to
sections of law under a heading or in a row that names the law are told apart by it.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.html import WRITTEN, Element
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "link-words-repeated"
LEVEL = "warning"
ACT = ()

_SIGNS = frozenset(("headerlink", "footnote-ref", "footnote-backref"))


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each link whose words led elsewhere further up."""
    written = written_of(page, handbook)
    first: dict[str, tuple[str, int]] = {}
    for link, said in written.links():
        text, target = said.casefold(), _target(link)
        if not text or link.attr("class") in _SIGNS:
            continue
        place = written.place(link)
        known, line = first.setdefault(text, (target, place.line))
        if not _is_same(known, target):
            yield Fault(
                place,
                f'"{said}" leads to "{target}", and on line {line} to "{known}"',
                "say in the words of one of them what sets it apart",
            )


def _is_same(one: str, other: str) -> bool:
    """True for one place, and for a page and a part of it."""
    (page, _, part), (page_too, _, part_too) = one.partition("#"), other.partition("#")
    return page == page_too and (part == part_too or not part or not part_too)


def _target(link: Element) -> str:
    return link.attr(WRITTEN) or link.attr("href") or ""
