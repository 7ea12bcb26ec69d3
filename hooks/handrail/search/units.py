"""Takes a rendered page apart into what a result can lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handrail.html import Document, Element, Text, words

HEADING, STEP = "heading", "step"

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SILENT = frozenset(("svg", "script", "style", "template", "form"))
_UNSAID = frozenset(("headerlink", "pathway-way", "pathway-follows", "toc-backlink"))
_STEP = re.compile(r"pathway-\d+-step-\d+")


@dataclass(frozen=True)
class Unit:
    """One place in a page with the words that belong to it."""

    id: str
    """Its anchor; empty for the page itself."""
    kind: str
    """`heading`, `step`, or empty for what stands before the first heading."""
    heading: str
    """The words of the heading or step; empty for the page itself."""
    body: str
    """The words below it, up to the next place."""


def read_units(document: Document) -> tuple[Unit, ...]:
    """The places of a page in order; the first is the page itself. A preview makes the index again
    after each save, and most pages keep what was read."""
    if "units" not in document.notes:
        document.notes["units"] = _read(document)
    return document.notes["units"]


def _read(document: Document) -> tuple[Unit, ...]:
    found: list[list] = [["", "", "", []]]
    for kind, element, text in _walk(document.root):
        if not kind:
            found[-1][3].append(text)
        elif kind == STEP or element.attr("id"):
            found.append([element.attr("id"), kind, text, []])
    return tuple(Unit(*start, " ".join(" ".join(body).split())) for *start, body in found)


def _walk(node: Element) -> Iterator[tuple[str, Element, str]]:
    """(kind, element, words) of each place, and (nothing, parent, words) of each text between."""
    for child in node.children:
        if isinstance(child, Text):
            yield "", node, child.text
        elif not isinstance(child, Element) or _is_left_out(child):
            continue
        elif child.tag in _HEADINGS:
            yield (HEADING if child.tag != "h1" else ""), child, words(child)
        elif _STEP.fullmatch(child.attr("id") or ""):
            yield STEP, child, _told(child)
        else:
            yield from _walk(child)


def _told(step: Element) -> str:
    """The words of a step, without where it leads."""
    kept = [words(part) for part in step.iter_elements(("span",)) if part.has_class("pathway-text")]
    answers = [words(p) for p in step.iter_elements(("span",)) if p.has_class("pathway-answer")]
    return " ".join([*kept, *(f"({answer})" for answer in answers)])


def _is_left_out(element: Element) -> bool:
    """True for what is a picture, a control, or a list of what other pages say."""
    return (
        element.tag in _SILENT
        or element.attr("data-search-exclude") is not None
        or any(element.has_class(name) for name in _UNSAID)
    )
