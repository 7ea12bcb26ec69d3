"""One document and everything worked out about it so far.

A rule calls `facts_of(document)` and hands the result to the functions of this folder. Each of
them works on what it is asked for and keeps the answer here, so that thirty rules cost little more
than one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from handrail.html import Document, Element, Namespace

T = TypeVar("T")
_HTML = Namespace.HTML  # to ask an enumeration for its member each time takes longer than the rest


@dataclass(frozen=True)
class Facts:
    """A document, its elements sorted by kind, and the answers found so far."""

    document: Document
    """The document all of this is about."""
    tags: dict[str, list[Element]] = field(repr=False)
    """HTML elements by tag name, in document order."""
    drawn: list[Element] = field(repr=False)
    """Elements of SVG and MathML, in document order."""
    attributes: dict[str, list[Element]] = field(repr=False)
    """Elements by the names of their attributes, in document order."""
    unused: frozenset[Element] = field(repr=False)
    """Elements in `<template>` and `<noscript>`, which browsers with scripts do not take up."""
    answers: dict[str, dict] = field(repr=False)
    """Answers by question, then by element."""

    def html(self, *tags: str) -> Iterator[Element]:
        """HTML elements with these tag names, kind after kind."""
        for tag in tags:
            yield from self.tags.get(tag, ())

    def having(self, attribute: str) -> Sequence[Element]:
        """Elements with this attribute, in document order."""
        return self.attributes.get(attribute, ())

    @cached_property
    def aria(self) -> list[tuple[Element, list[str]]]:
        """Elements with `aria-*` attributes, and the names of those."""
        found: dict[Element, list[str]] = {}
        for name, elements in self.attributes.items():
            if name.startswith("aria-"):
                for element in elements:
                    found.setdefault(element, []).append(name)
        return list(found.items())

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of elements that the document has: tags, `[role]` where one has that attribute,
        and `[aria-*]`. By them rules are told apart that have nothing to look at."""
        names = (f"[{name}]" for name in self.attributes)
        drawn = (element.tag for element in self.drawn)
        return frozenset([*self.tags, *drawn, *names, *(["[aria-*]"] if self.aria else [])])

    def once(self, question: str, answer: Callable[[Facts], T]) -> T:
        """The answer to a question about the whole document, worked out at the first asking."""
        kept = self.answers["document"]
        try:
            return kept[question]
        except KeyError:
            kept[question] = found = answer(self)
            return found


def facts_of(document: Document) -> Facts:
    """What is known about `document`: the same object at every call."""
    facts = document.notes.get("facts")
    if facts is None:
        facts = document.notes["facts"] = _read(document)
    return facts


def _read(document: Document) -> Facts:
    """Sort the elements of `document`: one pass over them all."""
    tags: dict[str, list[Element]] = defaultdict(list)
    attributes: dict[str, list[Element]] = defaultdict(list)
    drawn: list[Element] = []
    unused = _find_unused(document)
    for element in document.root.iter_elements():
        if element in unused:
            continue
        if element.namespace is _HTML:
            tags[element.tag].append(element)
        else:
            drawn.append(element)
        for name in element.attrs:
            attributes[name].append(element)
    return Facts(document, tags, drawn, attributes, unused, defaultdict(dict))


def _find_unused(document: Document) -> frozenset[Element]:
    holders = document.elements("template", "noscript")
    return frozenset(inner for holder in holders for inner in holder.iter_elements())


def parent(element: Element) -> Element | None:
    """The element that `element` stands in, if any."""
    above = element.parent
    return above if isinstance(above, Element) else None


def is_html(element: Element) -> bool:
    """Whether `element` belongs to HTML rather than to a drawing or a formula."""
    return element.namespace is _HTML


def nearest(
    element: Element | None,
    known: dict[Element, Element | None],
    stops: Callable[[Element], bool],
    above: Callable[[Element], Element | None] = parent,
) -> Element | None:
    """The first of `element` and what is `above` it at which `stops` says yes.

    `known` keeps the answers for everything passed, so that many questions about one deep tree
    stay cheap. What is above may run in circles (through aria-owns): a circle has no answer.
    """
    if element in known:
        return known[element]
    passed: list[Element] = []
    seen: set[Element] = set()
    found: Element | None = None
    while element is not None and element not in seen:
        if element in known:
            found = known[element]
            break
        passed.append(element)
        seen.add(element)
        if stops(element):
            found = element
            break
        element = above(element)
    known.update((step, found) for step in passed)
    return found


def words_of(element: Element, limit: int = 60) -> str:
    """The text in `element`, for quoting it: spaces collapsed, and cut when long."""
    text = " ".join(element.text.split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
