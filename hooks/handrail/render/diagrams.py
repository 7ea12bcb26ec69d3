"""Puts drawn pathways into a page: the formatter for Mermaid fences."""

from __future__ import annotations

import posixpath
import textwrap
from collections.abc import Callable

from handrail.draw.alone import drawing_path
from handrail.draw.figure import pathway_figure, undrawn_figure
from handrail.html import LINE, Document
from handrail.pathway import Diagram
from handrail.render.extension import Current


def fence_formatter(current: Current) -> Callable[..., str]:
    """A SuperFences formatter that draws the Mermaid fences of `current.page`."""

    def draw(source: str, *_, **__) -> str:
        diagram = _next(current.diagrams, source)
        return _figure(diagram, current) if diagram else _placed(undrawn_figure(source), 1)

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
    links = {step.id: current.address(step.link) for step in diagram.steps if step.link}
    name = f"pathway-{diagram.number}"
    alone = posixpath.basename(drawing_path(diagram.uri, name, current.folders))
    return _placed(pathway_figure(diagram, name, links, alone), diagram.place.line)


def _placed(figure: str, line: int) -> str:
    return figure.replace("<figure", f'<figure {LINE}="{line}"', 1)


def is_for_browser(document: Document) -> bool:
    """True for a rendered page with a diagram that is left to the reader's browser."""
    return any(element.has_class("mermaid") for element in document.elements("div"))
