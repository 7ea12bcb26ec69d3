"""What a pathway's sheet, poster and card say: one set of data for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from handrail.dates import in_words
from handrail.draw.words import put_into_words
from handrail.handbook import Handbook
from handrail.html import Element
from handrail.page import Page
from handrail.pathway import WHEN, Step
from handrail.publish.blocks import set_blocks
from handrail.publish.paper.calls import calls_of
from handrail.publish.paper.cited import cite_briefly
from handrail.publish.paper.columns import in_two
from handrail.publish.paper.contacts import agency_contacts, lines_of
from handrail.publish.paper.drawings import is_drawing
from handrail.publish.paper.fitting import read_picture
from handrail.publish.paper.front import facts_of
from handrail.publish.paper.inlines import set_line, set_text
from handrail.publish.paper.labels import bind_links, label_places
from handrail.publish.paper.measures import softened
from handrail.publish.paper.nodes import Inline, Node
from handrail.publish.paper.qr import draw_code
from handrail.publish.paper.rough import rough_lines
from handrail.publish.paper.sections import RECORD, TELL, find_section
from handrail.publish.paper.source import Source, cannot_print

_SECTIONS = {"when": WHEN, "record": RECORD, "tell": TELL}


@dataclass(frozen=True)
class PathwayData:
    """One pathway, ready to be set."""

    page: Page
    """Its page."""
    source: Source
    """The rendered page."""
    data: dict[str, Any]
    """What the templates read."""
    wanted: tuple[Element, ...]
    """The parts of the page whose every word must be on a sheet."""

    @property
    def blocks(self) -> list[Node]:
        """The blocks that a writer wrote."""
        written = [self.data[name] for name in ("urgent", "words", *_SECTIONS)]
        return [block for blocks in written for block in blocks]


def set_pathway_data(handbook: Handbook, page: Page, source: Source) -> PathwayData:
    """Everything that paper says of one pathway. Raises `CannotPrint` where nothing is drawn."""
    figures = source.document.root.select("figure.pathway")
    if not figures:
        raise cannot_print(page.start, "there is no drawn pathway on this page to print a sheet of")
    parts = [part for figure in figures for part in figure.select(_PRINTED)]
    drawings = [part for part in parts if is_drawing(part)]
    told = [part for part in parts if not is_drawing(part)]
    sections = {name: find_section(wanted, source) for name, wanted in _SECTIONS.items()}
    steps = _bound([b for part in told for b in set_blocks(part.children, source)], source)
    lines = lines_of(handbook, page, source)
    data = {
        "title": page.title,
        "description": page.get("description"),
        "drawings": [_drawing(svg) for svg in drawings],
        "words": steps,
        "columns": in_two(steps),
        "rough": rough_lines(steps),
        "urgent": _bound(_urgent(source), source),
        "contacts": agency_contacts(lines),
        "calls": calls_of(lines, advice=False),
        "advice": calls_of(lines, advice=True),
        "law": cite_briefly(handbook, source),
        "limits": _limits(handbook, page),
        **_sections(sections, source),
        **_versions(handbook, page),
    }
    wanted = [*parts, *(part for _, below in sections.values() for part in below)]
    return PathwayData(page, source, data, tuple(wanted))


def _limits(handbook: Handbook, page: Page) -> list[list[Inline]]:
    """The steps that have a time limit, in the writer's words, each once; the limit is bold."""
    steps = [
        item.step
        for diagram in handbook.diagrams_of(page)
        for group in put_into_words(diagram).groups
        for item in group.steps
        if item.step.limit
    ]
    return [_limited(step) for step in {step.text: step for step in steps}.values()]


def _limited(step: Step) -> list[Inline]:
    before, limit, after = step.text.partition(step.limit)
    bold: list[Inline] = [{"is": "strong", "of": set_text(limit)}] if limit else []
    return [*set_text(before), *bold, *set_text(after)]


_LONG_WORD = 22
"""Characters from which a word may be broken."""
_PRINTED = ".pathway-words, .pathway-drawing"


def _sections(
    sections: dict[str, tuple[Element | None, list[Element]]], source: Source
) -> dict[str, Any]:
    """The blocks of each section and its heading; `when` also in two columns and roughly."""
    blocks = {name: _bound(set_blocks(below, source), source) for name, (_, below) in
              sections.items()}  # fmt: skip
    titles = {
        f"{name}-title": set_line(heading, source) if heading is not None else []
        for name, (heading, _) in sections.items()
    }
    when = blocks["when"]
    columns = {"when-columns": in_two(when), "when-rough": rough_lines(when)}
    return {**blocks, **titles, **columns}


def _bound(blocks: list[Node], source: Source) -> list[Node]:
    """Blocks whose links lead to the site: what is on the same sheet needs none. Their columns are
    narrow, so long words may be broken."""
    label_places(tuple(blocks), source.uri, set())
    bind_links(tuple(blocks), source.uri, set())
    return softened(blocks, _LONG_WORD)


def _versions(handbook: Handbook, page: Page) -> dict[str, Any]:
    settings = handbook.settings
    url = handbook.url + handbook.address(page.uri) if handbook.url else ""
    return {
        "organisation": settings.organisation,
        "facts": facts_of(page),
        "version": f"Edition: {settings.edition}. Printed {in_words(settings.today)}.",
        "printed": f"{settings.edition}, {in_words(settings.today)}",
        "foot": " \u00b7 ".join((handbook.title, settings.organisation)),
        "url": url,
        "code": draw_code(url) if url else "",
        "code-alt": f"QR code for {url}",
    }


def _drawing(svg: Element) -> Node:
    picture = read_picture(svg)
    return {
        "svg": picture.svg,
        "words": picture.words,
        "alt": picture.alt,
        "width": picture.width,
        "height": picture.height,
        "letters": picture.letters,
    }


def _urgent(source: Source) -> list[Node]:
    """What the page's first danger box says, in one paragraph."""
    box = source.document.root.select_one("div.admonition.danger")
    parts = [part for part in box.children if isinstance(part, Element)] if box else []
    lines = [set_line(part, source) for part in parts]
    if not lines:
        return []
    title: Node = {"is": "strong", "of": [*lines[0], "."]}
    words = [part for line in lines[1:] for part in (" ", *line)]
    return [{"is": "paragraph", "of": [title, *words], "line": source.line(box)}]
