"""Every link to a heading leads to a heading that exists.

The page opens, but at its top: the reader takes the first thing there for what was meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.html import Document, words
from handrail.link import Link
from handrail.page import Page
from handrail.rules.links.suggest import plain
from handrail.rules.near import nearest

ID = "anchor-missing"
LEVEL = "error"
ACT = ()

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# What every page has, and marks of words rather than of places.
_EVERYWHERE = ("top", ":~:")


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each link whose page exists and whose anchor does not; one for all of them, on
    the page they lead to, where other pages agree that it had such a heading."""
    for (uri, anchor), links in _missing(handbook).items():
        page, document = handbook.page[uri], handbook.rendered[uri]
        folded = {name.casefold() for name in document.anchors}
        pages = {link.place.path for link in links} - {page.path}
        if len(pages) > 1 and anchor.casefold() not in folded:
            yield _renamed(page, anchor, links, handbook)
            continue
        for link in links:
            message = f'"{page.title}" has no heading #{anchor}'
            yield Fault(link.place, message, _help(link, document, handbook))


def _missing(handbook: Handbook) -> dict[tuple[str, str], list[Link]]:
    """The links to headings that are not there, by page and anchor."""
    missing = defaultdict(list)
    for link in handbook.links:
        document = handbook.rendered.get(link.uri)
        if not link.anchor or document is None or link.anchor.startswith(_EVERYWHERE):
            continue
        if link.anchor not in document.anchors:
            missing[link.uri, link.anchor].append(link)
    return missing


def _renamed(page: Page, anchor: str, links: list[Link], handbook: Handbook) -> Fault:
    """One heading whose name several pages still link to."""
    places = sorted({f"{link.place.path}:{link.place.line}" for link in links})
    more = f" and {len(places) - 3} more" if len(places) > 3 else ""
    message = f"{len(links)} links lead to #{anchor} on this page, and no heading has that name"
    message += f": from {', '.join(places[:3])}{more}"
    linked = {link.anchor for link in handbook.links if link.uri == page.uri}
    headings = handbook.rendered[page.uri].elements(*_HEADINGS[1:])
    new = next((h for h in headings if h.attr("id") and h.attr("id") not in linked), None)
    if new is None:
        return Fault(page.start, message, f"write {{#{anchor}}} behind the heading that is meant")
    entry = f"old_anchors: [{anchor} -> {new.attr('id')}]"
    help = f'if the heading is called "{words(new)}" now, write {entry} into the front matter'
    return Fault(page.start, message, help)


def _help(link: Link, document: Document, handbook: Handbook) -> str:
    folded = {name.casefold(): name for name in document.anchors}
    if link.anchor.casefold() in folded:
        return f"did you mean #{folded[link.anchor.casefold()]}? Capitals count"
    near = _called(link.words, document) or nearest(link.anchor, document.anchors)
    if near:
        return f"did you mean #{near}?"
    elsewhere = [u for u, other in handbook.rendered.items() if link.anchor in other.anchors]
    if len(elsewhere) == 1:
        return f"did you mean {link.relative(elsewhere[0])}#{link.anchor}?"
    return "link to the page without the part after #"


def _called(text: str, document: Document) -> str:
    """The anchor of the heading that has the words of the link."""
    wanted = plain(text)
    headings = document.elements(*_HEADINGS) if wanted else ()
    return next((h.attr("id") or "" for h in headings if plain(words(h)) == wanted), "")
