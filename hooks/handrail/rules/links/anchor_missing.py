"""Every link to a heading leads to a heading that exists.

The page opens, but at its top: the reader takes the first thing there for what was meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.html import Document, words
from handrail.link import Link
from handrail.rules.links.suggest import plain
from handrail.rules.near import nearest

ID = "anchor-missing"
LEVEL = "error"
ACT = ()

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# What every page has, and marks of words rather than of places.
_EVERYWHERE = ("top", ":~:")


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each link whose page exists and whose anchor does not."""
    for link in handbook.links:
        document = handbook.rendered.get(link.uri)
        if not link.anchor or document is None or link.anchor.startswith(_EVERYWHERE):
            continue
        if link.anchor not in document.anchors:
            message = f'"{handbook.page[link.uri].title}" has no heading #{link.anchor}'
            yield Fault(link.place, message, _help(link, document, handbook))


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
