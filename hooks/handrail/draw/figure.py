"""A pathway as one block of HTML: the drawing, a key to its shapes, and the words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from html import escape

from handrail.draw.addresses import safe_address
from handrail.draw.places import Rect
from handrail.draw.shapes import outline
from handrail.draw.svg import Drawing, draw_diagram
from handrail.draw.text import markup
from handrail.draw.words import put_into_words
from handrail.draw.words_html import words_html
from handrail.mermaid import CannotDraw
from handrail.pathway import ACTION, END, QUESTION, REFERENCE, START, Diagram

KEY = {
    START: "start", ACTION: "something to do", QUESTION: "question", END: "end",
    REFERENCE: "another pathway",
}  # fmt: skip


def pathway_figure(diagram: Diagram, name: str, hrefs: Mapping[str, str], alone: str = "") -> str:
    """The whole block for one diagram.

    `name` begins every ID in it. `hrefs` are addresses by ID of the step, for steps that stand
    for another page; every other step in the drawing links to its words. `alone` is the address
    of the drawing by itself, where there is one. What is too large, or refused by the engine, is
    left to the reader's browser; its words are there all the same.
    """
    return _figure(diagram, name, tuple(hrefs.items()), alone)


@lru_cache(maxsize=500)  # a preview shows every pathway again at each save
def _figure(diagram: Diagram, name: str, links: tuple[tuple[str, str], ...], alone: str) -> str:
    hrefs = dict(links)
    words = put_into_words(diagram)
    own = {
        item.step.id: f"#{name}-step-{item.number}"
        for group in words.groups
        for item in group.steps
    }
    others = {step: href for step, href in hrefs.items() if safe_address(href)}
    try:
        drawn = _drawn(draw_diagram(diagram, name, own | others), diagram)
    except CannotDraw:
        alone, drawn = "", _left_to_browser(diagram.source)
    parts = [f'<figure class="pathway" id="{name}">']
    if diagram.heading:
        parts.append(f'<p class="pathway-title"><b>{markup(diagram.heading)}</b></p>')
    parts.append(_ways_in(name, bool(words.groups), alone))
    parts += [drawn, words_html(words, name, hrefs), "</figure>"]
    return "\n".join(part for part in parts if part)


def undrawn_figure(source: str) -> str:
    """The block for a diagram of which nothing is known but what was written."""
    return f'<figure class="pathway">\n{_left_to_browser(source)}\n</figure>'


def _left_to_browser(source: str) -> str:
    """What mkdocs-mermaid2-plugin looks for: it adds Mermaid's script to pages that have it."""
    return f'<div class="mermaid">{escape(source)}</div>'


def _drawn(drawing: Drawing, diagram: Diagram) -> str:
    title = markup(diagram.title or "Pathway")
    return (
        f'<div class="pathway-scroll" tabindex="0" role="region" '
        f'aria-label="Drawing: {title}">{drawing.svg}</div>\n{_key(diagram)}'
    )


def _ways_in(name: str, in_words: bool, alone: str) -> str:
    """Links to the words, and to the drawing by itself."""
    links = [f'<a href="#{name}-words">Read this pathway in words</a>'] if in_words else []
    links += [f'<a href="{markup(alone)}">Open the drawing by itself</a>'] if alone else []
    return f'<p class="pathway-skip">{" ".join(links)}</p>' if links else ""


def _key(diagram: Diagram) -> str:
    """What the shapes mean; only those that are drawn."""
    used = {step.kind for step in diagram.steps}
    shapes = "".join(f"<li>{_shape(kind)}{said}</li>" for kind, said in KEY.items() if kind in used)
    return f'<ul class="pathway-key" aria-label="Shapes">{shapes}</ul>' if shapes else ""


def _shape(kind: str) -> str:
    path = outline(kind, Rect(1, 1, 40, 18))
    size = 'width="42" height="20" viewBox="0 0 42 20"'
    style = 'fill="#fff" stroke="#000" stroke-width="1.5"'
    return f'<svg aria-hidden="true" {size}><path d="{path}" {style}/></svg>'
