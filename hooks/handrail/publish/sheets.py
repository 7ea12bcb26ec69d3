"""The printed sheet of a pathway: one A4 page to pin up or take along, two where it must be."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from handrail.address import page_address
from handrail.dates import in_words
from handrail.finding import Place
from handrail.handbook import Handbook
from handrail.html import Element, words
from handrail.page import Page
from handrail.publish.blocks import set_blocks
from handrail.publish.completeness import check_complete
from handrail.publish.paper.columns import in_two
from handrail.publish.paper.contacts import agencies_in, contact_rows
from handrail.publish.paper.drawings import is_drawing
from handrail.publish.paper.fitting import read_picture
from handrail.publish.paper.front import facts_of
from handrail.publish.paper.inlines import set_line
from handrail.publish.paper.labels import bind_links, label_places
from handrail.publish.paper.links import OUTSIDE, Links
from handrail.publish.paper.nodes import Inline, Node
from handrail.publish.paper.qr import draw_code
from handrail.publish.paper.source import Source, cannot_print
from handrail.publish.paper.trace import Part, explain_glyphs
from handrail.publish.typeset import CannotPrint, CannotSet, typeset

_PART = re.compile(r"(?:section|regulation|article|chapter|part|schedule)s? \w", re.IGNORECASE)
_TOO_LARGE = re.compile(r"(diagram|words):(\d+)")


def print_sheet(handbook: Handbook, page: Page, templates: Path, docs: Path) -> bytes:
    """The sheet of one pathway page as a tagged PDF/UA-1 document of one or two pages.

    `templates` is the folder of `sheet.typ` and its fonts, `docs` the folder that pictures are
    read from. Raises `CannotPrint` with the writer's file and line: where two pages do not hold
    the pathway legibly it says by how much.
    """
    links = Links({page.uri: page.uri}, handbook.url)
    source = Source(handbook.rendered[page.uri], page.uri, links, docs)
    figures = source.document.root.select("figure.pathway")
    if not figures:
        raise cannot_print(page.start, "there is no drawn pathway on this page to print a sheet of")
    data = _data(handbook, page, figures, source)
    try:
        pdf = typeset(templates / "sheet.typ", data, docs, handbook.settings.today)
    except CannotSet as refusal:
        raise _explained(refusal, handbook, page, data) from None
    check_complete(pdf, [(source.document, element) for element in _printed(figures)])
    return pdf


def _data(handbook: Handbook, page: Page, figures: list[Element], source: Source) -> dict[str, Any]:
    parts = _printed(figures)
    drawings = [part for part in parts if is_drawing(part)]
    steps = [
        block
        for part in parts
        if not is_drawing(part)
        for block in set_blocks(part.children, source)
    ]
    # What is on the same sheet needs no link; what the sheet lacks is a link to the site.
    label_places(tuple(steps), page.uri, set())
    bind_links(tuple(steps), page.uri, set())
    url = handbook.url + page_address(page.uri) if handbook.url else ""
    return {
        "title": page.title,
        "description": page.get("description"),
        "organisation": handbook.settings.organisation,
        "facts": facts_of(page),
        "drawings": [_drawing(svg) for svg in drawings],
        "words": steps,
        "columns": in_two(steps),
        "urgent": _urgent(source),
        "contacts": _contacts(handbook, page, source),
        "law": _law(handbook, source),
        "url": url,
        "code": draw_code(url) if url else "",
        "code-alt": f"QR code for {url}",
        **_versions(handbook),
    }


def _printed(figures: list[Element]) -> list[Element]:
    """The drawings and the words that a sheet holds."""
    return [
        part for figure in figures for part in figure.select(".pathway-words, .pathway-drawing")
    ]


def _versions(handbook: Handbook) -> dict[str, str]:
    settings = handbook.settings
    printed = f"Printed {in_words(settings.today)}"
    return {
        "version": f"Edition: {settings.edition}. {printed}.",
        "foot": " \u00b7 ".join((handbook.title, settings.organisation)),
    }


def _drawing(svg: Element) -> Node:
    picture = read_picture(svg)
    return {
        "svg": picture.svg,
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
    title: Node = {"is": "strong", "of": lines[0]}
    words = [part for line in lines[1:] for part in (" ", *line)]
    paragraph: Node = {"is": "paragraph", "of": [title, *words], "line": source.line(box)}
    label_places((paragraph,), source.uri, set())
    bind_links((paragraph,), source.uri, set())
    return [paragraph]


def _contacts(handbook: Handbook, page: Page, source: Source) -> list[dict[str, Any]]:
    agencies = [
        {
            "name": agency.name,
            "rows": contact_rows(acting, _beside(source, handbook, agency.page)),
        }
        for agency, acting in agencies_in(handbook, page)
    ]
    return [agency for agency in agencies if agency["rows"]]


def _beside(source: Source, handbook: Handbook, page: Page) -> Source:
    """Another page, seen from the same sheet."""
    return Source(handbook.rendered[page.uri], page.uri, source.links, source.docs)


def _law(handbook: Handbook, source: Source) -> list[Inline]:
    """Each provision that the page links to, once, in the order of the page."""
    found: dict[str, Inline] = {}
    places = Links({other.uri: other.uri for other in handbook.pages}, "")
    for link in source.document.root.select("a[href]"):
        target = Source(source.document, source.uri, places, source.docs).find(link)
        law = handbook.page.get(target.fallback)
        if law is not None and law.type == "legislation" and not law.is_index:
            found.setdefault(target.address, _citation(link, law, source))
    return list(found.values())


def _citation(link: Element, law: Page, source: Source) -> Inline:
    text = words(link)
    if not any(part in text for part in (law.title, law.title.removeprefix("The "))):
        part = _PART.match(text)
        text = f"{text} of the {law.title}" if part else f"{law.title}: {text}"
    text = text[:1].upper() + text[1:]
    target = source.find(link)
    if target.kind != OUTSIDE:
        return text
    return {"is": "link", "of": [text], "url": target.address, "line": source.line(link)}


def _explained(
    refusal: CannotSet, handbook: Handbook, page: Page, data: dict[str, Any]
) -> CannotPrint:
    size = _TOO_LARGE.search(str(refusal))
    if size is None:
        return explain_glyphs(refusal, [Part(block, page.path) for block in data["words"]])
    diagrams = handbook.diagrams_of(page)
    place = diagrams[0].place if diagrams else Place(page.path)
    over, what = size[2], "diagram is" if size[1] == "diagram" else "steps and contacts are"
    return cannot_print(
        place,
        f"the sheet does not fit on two pages: the {what} {over} mm too long at the smallest size "
        "that can be read; break the pathway into two",
    )
