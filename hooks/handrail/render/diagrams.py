"""Puts drawn pathways into a page: the formatter for Mermaid fences."""

from __future__ import annotations

import html
import posixpath
import textwrap
from collections.abc import Callable

from handrail.draw.alone import drawing_path
from handrail.draw.figure import pathway_figure
from handrail.html import LINE, Document
from handrail.mermaid import CannotDraw
from handrail.pathway import Diagram
from handrail.render.extension import Current


def fence_formatter(current: Current) -> Callable[..., str]:
    """A SuperFences formatter that draws the Mermaid fences of `current.page`."""

    def draw(source: str, *_, **__) -> str:
        diagram = _next(current.diagrams, source)
        return _figure(diagram, current) if diagram else _for_browser(source, 1)

    return draw


def _next(diagrams: list[Diagram], source: str) -> Diagram | None:
    """The diagram with this source, each only once: a page may hold the same diagram twice."""
    wanted = _key(source)
    for diagram in diagrams:
        if _key(diagram.source) == wanted:
            diagrams.remove(diagram)
            return diagram
    return None


def _key(source: str) -> str:
    return textwrap.dedent(source).strip()


def _figure(diagram: Diagram, current: Current) -> str:
    """The drawing and its words; what the engine cannot draw is left to the reader's browser."""
    try:
        links = {step.id: current.address(step.link) for step in diagram.steps if step.link}
        name = f"pathway-{diagram.number}"
        alone = posixpath.basename(drawing_path(diagram.uri, name, current.folders))
        figure = pathway_figure(diagram, name, links, alone)
        return figure.replace("<figure", f'<figure {LINE}="{diagram.place.line}"', 1)
    except CannotDraw:
        return _for_browser(diagram.source, diagram.place.line)


def is_for_browser(document: Document) -> bool:
    """True for a rendered page with a diagram that is left to the reader's browser."""
    return any(element.has_class("mermaid") for element in document.elements("div"))


def _for_browser(source: str, line: int) -> str:
    """What mkdocs-mermaid2-plugin looks for: it adds Mermaid's script to pages that have it."""
    return f'<div class="mermaid" {LINE}="{line}">{html.escape(source)}</div>'
