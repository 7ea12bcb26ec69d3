"""The law behind a pathway, in short: each law once, with its provisions by number."""

from __future__ import annotations

import re

from handrail.handbook import Handbook
from handrail.html import Element
from handrail.law.provisions import in_order, read_id
from handrail.page import Page
from handrail.publish.paper.links import OUTSIDE, Links
from handrail.publish.paper.nodes import Inline, Node
from handrail.publish.paper.source import Source

_SECTION = re.compile(r"s (\S+)")


def cite_briefly(handbook: Handbook, source: Source) -> list[Node]:
    """Each law that the page links to, in its order, with its provisions in theirs:
    `Care Act 2014: sections 9, 10`."""
    found: dict[str, dict[str, Inline]] = {}
    places = Links({other.uri: other.uri for other in handbook.pages}, "", handbook.folders)
    for link in source.document.root.select("a[href]"):
        target = Source(source.document, source.uri, places, source.docs).find(link)
        law = handbook.page.get(target.fallback)
        if law is not None and law.type == "legislation" and not law.is_index:
            own = found.setdefault(law.uri, {})
            short = _short(target.address.partition("#")[2], law)
            own.setdefault(short, _linked(short.removeprefix("s "), link, source))
    return [_cited(handbook.page[uri], provisions) for uri, provisions in found.items()]


def _short(anchor: str, law: Page) -> str:
    """A provision as `s 9` or `ch 2, para 3`; empty for the law as a whole."""
    pinpoint = read_id(anchor) if anchor else None
    return pinpoint.short(dotted=not law.get("key")) if pinpoint else ""


def _linked(short: str, link: Element, source: Source) -> Inline:
    target = source.find(link)
    if target.kind != OUTSIDE:
        return short
    return {"is": "link", "of": [short], "url": target.address, "line": source.line(link)}


def _cited(law: Page, provisions: dict[str, Inline]) -> Node:
    inner = sorted(filter(None, provisions), key=in_order)
    sections = [provisions[short] for short in inner if _SECTION.fullmatch(short)]
    others = [provisions[short] for short in inner if not _SECTION.fullmatch(short)]
    words = [f"section{'s' if len(sections) > 1 else ''}\u00a0"] if sections else []
    listed = [part for node in [*sections, *others] for part in (", ", node)][1:]
    return {"is": "words", "of": [law.title, *([": "] if listed else []), *words, *listed]}
