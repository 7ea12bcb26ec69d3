"""The indexes at the end of a book: where its terms and its laws come up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from handrail.handbook import Handbook
from handrail.law.provisions import in_order, read_id
from handrail.page import Page
from handrail.publish.paper.chapters import Chapter
from handrail.publish.paper.front import set_title
from handrail.publish.paper.measures import texts
from handrail.publish.paper.nodes import Inline, Node, walk

_MOST = 10
"""Places that an entry names: those that say most about it."""
_IN_HEADING = 5
"""Mentions in the text that one in a heading counts for."""
_LIST = 6
"""Laws named as a whole under one heading that make it a list, which says nothing about any."""


class Section(NamedTuple):
    """What stands under one heading."""

    label: str
    """The heading's label."""
    page: Page | None
    """The page it is on."""
    blocks: list[Node]
    """The heading and what follows, up to the next."""


def set_index(chapters: list[Chapter], handbook: Handbook) -> list[Node]:
    """Both indexes, each where it has an entry. The places of `chapters` must be labelled."""
    sections = [section for chapter in chapters for section in _sections(chapter)]
    terms = list(_terms(sections, handbook))
    laws = list(_laws(sections, handbook))
    return [*_list("Index of terms", terms), *_list("Index of law", laws)]


def _list(title: str, items: list[Node]) -> list[Node]:
    if not items:
        return []
    terms = {"is": "terms", "items": items, "line": 1, "compact": True}
    return [set_title(title), {"is": "columns", "of": [terms], "line": 1}]


def _sections(chapter: Chapter) -> Iterator[Section]:
    label, blocks = "", []
    for block in _flat(chapter.blocks):
        if block["is"] == "heading" and "ids" in block:
            if label:
                yield Section(label, chapter.page, blocks)
            label, blocks = block["ids"][0], []
        blocks.append(block)
    if label:
        yield Section(label, chapter.page, blocks)


def _flat(blocks) -> Iterator[Node]:
    for block in blocks:
        yield from block["of"] if block["is"] == "turned" else [block]


def _terms(sections: list[Section], handbook: Handbook) -> Iterator[Node]:
    """Each term of the glossary, with its entry there and the places that speak of it most."""
    terms = handbook.glossary.terms
    names = {name.casefold(): term for term in terms
             for name in (term.name, term.abbreviation) if name}  # fmt: skip
    if not names:
        return
    longest = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    wanted = re.compile(rf"(?<!\w)(?:{longest})(?!\w)")
    found: dict[int, Counter] = {id(term): Counter() for term in terms}
    for section in sections:
        if section.page and section.page.type == "glossary":
            continue
        for block in section.blocks:
            weight = _IN_HEADING if block["is"] == "heading" else 1
            for name in wanted.findall(" ".join(texts([block])).casefold()):
                found[id(names[name])][section.label] += weight
    order = {section.label: number for number, section in enumerate(sections)}
    for term in sorted(terms, key=lambda term: term.name.casefold()):
        own = f"{term.uri}#{term.id}"
        most = [label for label, _ in found[id(term)].most_common(_MOST)]
        labels = [*([own] if own in order else []), *sorted(most, key=order.get)]
        short = f" ({term.abbreviation})" if term.abbreviation else ""
        if labels:
            yield _item(term.name + short, [_places(labels, own)])


def _laws(sections: list[Section], handbook: Handbook) -> Iterator[Node]:
    """Each law that the book links to, with the places of each provision."""
    laws = {p.uri: p for p in handbook.pages if p.type == "legislation" and not p.is_index}
    found: dict[str, dict[str, dict[str, None]]] = {}
    for section in sections:
        named = [(uri, anchor) for uri, anchor in _cited(section) if uri in laws
                 and section.page != laws[uri]]  # fmt: skip
        is_list = len({uri for uri, anchor in named if not anchor}) >= _LIST
        for uri, anchor in named:
            places = found.setdefault(uri, {}).setdefault(anchor, {})
            if anchor or not is_list:
                places[section.label] = None
    known = {section.label for section in sections}
    for law in sorted(laws.values(), key=lambda law: law.title.casefold()):
        cited = found.get(law.uri, {})
        if not cited:
            continue
        own = [law.uri] if law.uri in known else []
        words: list[Inline] = [_places([*own, *cited.pop("", {})], law.uri)]
        for anchor in sorted(cited, key=in_order):
            pinpoint = read_id(anchor)
            short = pinpoint.short(dotted=not law.get("key")) if pinpoint else ""
            if short:
                words += [{"is": "break"}, f"{short}: ", _places(list(cited[anchor]), "")]
            else:
                words[0]["labels"] += cited[anchor]
        words = words if words[0]["labels"] else words[2:]
        if words:
            yield _item(law.title, words)


def _cited(section: Section) -> Iterator[tuple[str, str]]:
    """(page, anchor in it) of each link in a section that leads into the book."""
    for node in walk(section.blocks):
        if node["is"] == "link":
            uri, _, anchor = node.get("label", "").partition("#")
            yield uri, anchor


def _places(labels: list[str], main: str) -> Node:
    return {"is": "places", "labels": labels, "main": main}


def _item(words: str, of: list[Inline]) -> Node:
    paragraph = {"is": "paragraph", "of": of, "line": 1}
    return {"is": "term", "term": [words], "of": [paragraph]}
