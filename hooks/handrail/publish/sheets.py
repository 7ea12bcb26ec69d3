"""Pathways on paper: a sheet to pin up or take along, a poster, and a pack of all sheets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from handrail.finding import Place
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.publish.completeness import check_complete
from handrail.publish.paper.extract import count_pages
from handrail.publish.paper.links import Links
from handrail.publish.paper.pathway_data import PathwayData, set_pathway_data
from handrail.publish.paper.sizes import POSTERS, SHEETS, Paper
from handrail.publish.paper.source import Source, cannot_print
from handrail.publish.paper.trace import Part, explain_glyphs
from handrail.publish.press import Press
from handrail.publish.splits import break_after
from handrail.publish.typeset import CannotPrint, CannotSet
from handrail.search.names import also_called

TWO_PAGES = "two pages"
"""What a writer says under `sheet` to let a pathway have two pages."""
_PAGES = {"one": 1, "two": 2, "poster": 1}
"""Pages of each form that a sheet is set in."""
_ACROSS = ("LR", "RL")
"""Directions of a diagram that runs across the page."""
_TOO_LARGE = re.compile(r"(diagram|words|page|poster|card):(\d+)")


def print_sheet(handbook: Handbook, page: Page, press: Press) -> bytes:
    """The sheet of one pathway page as a tagged PDF/UA-1 document of one page, or of two where its
    front matter says `sheet: two pages`.

    Raises `CannotPrint` with the writer's file and line: where the paper does not hold the pathway
    legibly it says by how much, and where it could be broken.
    """
    pathway = _pathway(handbook, page, press)
    return _print(handbook, pathway, SHEETS[handbook.settings.printing.paper], press)


def print_poster(handbook: Handbook, page: Page, press: Press) -> bytes:
    """The same on one sheet of A3, for a wall. Raises `CannotPrint`."""
    pathway = _pathway(handbook, page, press)
    return _print(handbook, pathway, POSTERS[handbook.settings.printing.paper], press, True)


def print_card(handbook: Handbook, page: Page, press: Press) -> bytes:
    """What cannot wait, whom to call and by when to act, on a card for the wallet. Raises
    `CannotPrint`, also where the first face does not hold the pathway's name and its danger box."""
    pathway = _pathway(handbook, page, press)
    data = {**pathway.data, **_properties(pathway, handbook)}

    def make() -> bytes:
        try:
            plan = press.ask("card-plan.typ", data)
            return press.typeset("card.typ", {**data, "plan": plan}, handbook.settings.today)
        except CannotSet as refusal:
            raise _explained(refusal, handbook, pathway) from None

    return press.once("card.typ", data, handbook.settings.today, (), make)


def print_pack(handbook: Handbook, pages: Iterable[Page], press: Press) -> bytes:
    """The sheets of all the pages in one document. Raises `CannotPrint`."""
    pathways = [_pathway(handbook, page, press) for page in pages]
    sheets = [_sheet(pathway, SHEETS[handbook.settings.printing.paper]) for pathway in pathways]
    data = {
        "title": f"{handbook.title}: pathway sheets",
        "subject": f"The sheets of {len(sheets)} pathways. Edition: {handbook.settings.edition}",
        "organisation": handbook.settings.organisation,
        "keywords": [name for p in pathways for name in (p.page.title, *also_called(p.page))],
        "sheets": sheets,
        "look": {"colour": handbook.settings.printing.colour},
    }
    wanted = [part for pathway in pathways for part in _wanted(pathway)]

    def make() -> bytes:
        pdf = _typeset(data, handbook, press)
        check_complete(pdf, wanted)
        return pdf

    return press.once("sheet.typ", data, handbook.settings.today, wanted, make)


def _print(
    handbook: Handbook, pathway: PathwayData, paper: Paper, press: Press, poster: bool = False
) -> bytes:
    data = {**_properties(pathway, handbook), "sheets": [_sheet(pathway, paper, poster)]}
    wanted = _wanted(pathway)

    def make() -> bytes:
        try:
            pdf = _typeset(data, handbook, press)
        except CannotSet as refusal:
            raise _explained(refusal, handbook, pathway) from None
        check_complete(pdf, wanted)
        return pdf

    return press.once("sheet.typ", data, handbook.settings.today, wanted, make)


def _typeset(data: dict[str, Any], handbook: Handbook, press: Press) -> bytes:
    """Where words take more room than they roughly should, they are measured."""
    plans = _plans(data, press)
    pdf = press.typeset("sheet.typ", {**data, "plans": plans}, handbook.settings.today)
    if count_pages(pdf) == sum(_PAGES[plan["form"]] for plan in plans):
        return pdf
    measured = [{**sheet, "rough": None, "when-rough": None} for sheet in data["sheets"]]
    plans = _plans({**data, "sheets": measured}, press)
    return press.typeset("sheet.typ", {**data, "plans": plans}, handbook.settings.today)


def _plans(data: dict[str, Any], press: Press) -> list[dict[str, Any]]:
    """How each sheet fits its paper, for which only the sizes of drawings matter."""
    sheets = [{**sheet, "drawings": [{**drawing, "svg": "", "words": []} for drawing in
               sheet["drawings"]]} for sheet in data["sheets"]]  # fmt: skip
    return press.ask("plans.typ", {**data, "sheets": sheets})


def _pathway(handbook: Handbook, page: Page, press: Press) -> PathwayData:
    links = Links({page.uri: page.uri}, handbook.url, handbook.folders)
    source = Source(handbook.rendered[page.uri], page.uri, links, press.docs)
    return set_pathway_data(handbook, page, source)


def _pages(page: Page) -> int:
    """How many pages the writer allows."""
    return 2 if page.get("sheet") == TWO_PAGES else 1


def _sheet(pathway: PathwayData, paper: Paper, poster: bool = False) -> dict[str, Any]:
    pages = 1 if poster else _pages(pathway.page)
    return {**pathway.data, "pages": pages, "paper": paper.data, "poster": poster}


def _properties(pathway: PathwayData, handbook: Handbook) -> dict[str, Any]:
    """What the file says of itself, and how it looks."""
    names = ("title", "description", "organisation")
    subject = " ".join(filter(None, (pathway.data["description"], pathway.data["version"])))
    return {
        **{name: pathway.data[name] for name in names},
        "subject": subject,
        "keywords": [pathway.page.title, *also_called(pathway.page)],
        "look": {"colour": handbook.settings.printing.colour},
    }


def _wanted(pathway: PathwayData) -> list:
    return [(pathway.source.document, element) for element in pathway.wanted]


def _explained(refusal: CannotSet, handbook: Handbook, pathway: PathwayData) -> CannotPrint:
    """The refusal in the writer's terms: what is too large, by how much, and the way out."""
    page = pathway.page
    diagrams = handbook.diagrams_of(page)
    place = diagrams[0].place if diagrams else Place(page.path)
    if refusal.unprintable:
        return explain_glyphs(refusal, [Part(block, page.path) for block in pathway.blocks])
    size = _TOO_LARGE.search(str(refusal))
    if size is None:
        return cannot_print(place, str(refusal))
    if size[1] == "card":
        return cannot_print(page.start, f"{_SAID['card'].format(size[2])}; say them in fewer words")
    after = max((break_after(diagram) for diagram in diagrams), key=len, default="")
    ways = [f'allow two with "sheet: {TWO_PAGES}" above the page'] if size[1] == "page" else []
    if size[1] == "diagram" and any(diagram.direction in _ACROSS for diagram in diagrams):
        ways.append('let it run down the page: begin it with "flowchart TD"')
    ways.append("break the pathway into two" + (f', such as after "{after}"' if after else ""))
    return cannot_print(place, f"{_SAID[size[1]].format(size[2])}; {', or '.join(ways)}")


_READ = "mm too large at the smallest size that can be read"
_SAID = {
    "page": f"the sheet does not fit on one page: it is {{}} {_READ}",
    "words": f"the sheet does not fit on two pages: its words are {{}} {_READ}",
    "poster": f"the poster does not fit: its words are {{}} {_READ}",
    "card": f"the card does not fit: its title and danger box are {{}} {_READ}",
    "diagram": f"the sheet does not fit: its diagram is {{}} {_READ}",
}
