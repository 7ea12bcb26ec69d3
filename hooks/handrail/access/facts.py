"""One document and everything worked out about it so far.

A rule calls `facts_of(document)` and hands the result to the functions of this folder. Each of
them works on what it is asked for and keeps the answer here, so that thirty rules cost little more
than one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from handrail.html import Document, Element, Namespace

T = TypeVar("T")
_LOOKED_AT = (
    "align", "aria-hidden", "autocomplete", "autofocus", "colspan", "formaction", "headers",
    "hidden", "lang", "role", "rowspan", "style", "tabindex", "target",
)  # fmt: skip
"""Attributes that count as a kind of element."""
_ARIA = "//*[@*[starts-with(name(), 'aria-')]]"


@dataclass(frozen=True)
class Facts:
    """A document, its elements sorted by kind, and the answers found so far."""

    document: Document
    """The document all of this is about."""
    tags: dict[str, list[Element]] = field(repr=False)
    """HTML elements by tag name, in document order."""
    drawn: list[Element] = field(repr=False)
    """Elements of SVG and MathML, in document order."""
    aria: list[tuple[Element, list[str]]] = field(repr=False)
    """Elements with `aria-*` attributes, and the names of those."""
    unused: frozenset[Element] = field(repr=False)
    """Elements in `<template>` and `<noscript>`, which browsers with scripts do not take up."""
    answers: dict[str, dict] = field(repr=False)
    """Answers by question, then by element."""

    def html(self, *tags: str) -> Iterator[Element]:
        """HTML elements with these tag names, kind after kind."""
        for tag in tags:
            yield from self.tags.get(tag, ())

    def having(self, attribute: str) -> list[Element]:
        """Elements with this attribute, in document order."""
        kept = self.answers["having"]
        if attribute not in kept:
            named = self.document.names(attribute)
            found = self.document.root.select(f"[{attribute}]") if named else []
            kept[attribute] = [element for element in found if element not in self.unused]
        return kept[attribute]

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
    drawn: list[Element] = []
    unused = _find_unused(document)
    for element in document.root.iter_elements():
        if element in unused:
            continue
        if element.namespace is Namespace.HTML:
            tags[element.tag].append(element)
        else:
            drawn.append(element)
    return Facts(document, tags, drawn, _with_aria(document, unused), unused, defaultdict(dict))


def _find_unused(document: Document) -> frozenset[Element]:
    if not (document.names("<template") or document.names("<noscript")):
        return frozenset()
    holders = document.elements("template", "noscript")
    return frozenset(inner for holder in holders for inner in holder.iter_elements())


def _with_aria(document: Document, unused: frozenset[Element]) -> list[tuple[Element, list[str]]]:
    """Elements with `aria-*` attributes, and the names of those."""
    if not document.names("aria-"):
        return []
    return [
        (element, [name for name in element.attrs if name.startswith("aria-")])
        for element in document.root.xpath(_ARIA)
        if element not in unused
    ]


def kinds_of(document: Document) -> frozenset[str]:
    """The kinds of elements that a document has: tags, `[role]` where one has that attribute, and
    `[aria-*]`. By them rules are told apart that have nothing to look at."""
    return facts_of(document).once("kinds", _find_kinds)


def _find_kinds(facts: Facts) -> frozenset[str]:
    names = [name for name in _LOOKED_AT if facts.having(name)]
    aria = ["[aria-*]"] if facts.aria else []
    drawn = (element.tag for element in facts.drawn)
    return frozenset([*facts.tags, *drawn, *(f"[{name}]" for name in names), *aria])


def parent(element: Element) -> Element | None:
    """The element that `element` stands in, if any."""
    above = element.parent
    return above if isinstance(above, Element) else None


def is_html(element: Element) -> bool:
    """Whether `element` belongs to HTML rather than to a drawing or a formula."""
    return element.namespace is Namespace.HTML


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
