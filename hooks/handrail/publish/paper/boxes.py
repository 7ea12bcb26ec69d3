"""Boxes on paper: admonitions, folds (printed open) and tabs (printed one after another)."""

from __future__ import annotations

from handrail.html import Element
from handrail.publish.paper.inlines import set_line
from handrail.publish.paper.nodes import Inline, Node
from handrail.publish.paper.source import Inside, Source, classes, is_unprinted

_TONES = {
    "danger": {"danger", "error", "failure", "fail", "missing", "bug", "critical"},
    "warning": {"warning", "caution", "attention", "important"},
    "tip": {"tip", "hint", "success", "check", "done"},
    "plain": {"quote", "cite", "abstract", "summary", "tldr", "example"},
}
"""How a box looks, by the classes that writers give it. Any other is a note."""


def set_admonition(element: Element, source: Source, inside: Inside) -> list[Node]:
    """An admonition with its title."""
    title = _child(element, "admonition-title")
    return [_box(element, title, source, inside)]


def set_fold(element: Element, source: Source, inside: Inside) -> list[Node]:
    """A fold, open, with its summary as the title."""
    summaries = [child for child in _elements(element) if child.tag == "summary"]
    return [_box(element, summaries[0] if summaries else None, source, inside)]


def _box(element: Element, title: Element | None, source: Source, inside: Inside) -> Node:
    printed = title is not None and not is_unprinted(title)
    return {
        "is": "box",
        "tone": tone_of(element),
        "title": set_line(title, source) if printed else [],
        "of": inside(element, source, title),
        "line": source.line(element),
    }


def tone_of(element: Element) -> str:
    """How the box looks: `note`, `tip`, `warning`, `danger` or `plain`."""
    own = set(classes(element))
    return next((tone for tone, names in _TONES.items() if names & own), "note")


def set_tabs(element: Element, source: Source, inside: Inside) -> list[Node]:
    """Tabs one after another, each under its label."""
    labels = _child(element, "tabbed-labels")
    content = _child(element, "tabbed-content")
    if labels is None or content is None:
        return inside(element, source)
    titles = [set_line(label, source) for label in _elements(labels)]
    panels = _elements(content)
    titles += [[]] * (len(panels) - len(titles))
    return [
        _tab(title, panel, source, inside) for title, panel in zip(titles, panels, strict=False)
    ]


def _tab(title: list[Inline], panel: Element, source: Source, inside: Inside) -> Node:
    of = inside(panel, source)
    return {"is": "tab", "title": title, "of": of, "line": source.line(panel)}


def _elements(element: Element) -> list[Element]:
    return [child for child in element.children if isinstance(child, Element)]


def _child(element: Element, name: str) -> Element | None:
    return next((child for child in _elements(element) if name in classes(child)), None)
