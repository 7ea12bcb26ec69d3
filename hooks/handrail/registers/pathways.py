"""What the pathways say together: who starts which, every time limit, and how one leads into
another. A page shows a list that its front matter names under `shows`."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from functools import partial
from html import escape

from handrail.draw import draw_diagram, put_into_words
from handrail.draw.words import NumberedStep
from handrail.handbook import Handbook
from handrail.html import words
from handrail.page import Page
from handrail.pathway import ACTION, REFERENCE, START, WHEN, Arrow, Diagram, Step
from handrail.registers.addition import Addition
from handrail.registers.markup import link, table
from handrail.report.pathways import as_json

NOBODY = "Anyone"


def add(page: Page, handbook: Handbook) -> Iterator[Addition]:
    """The lists that a page asks for, in the order in which it names them."""
    shown = page.fields["shows"].values if "shows" in page.fields else ()
    for name in shown:
        if name in LISTS:
            yield Addition(LISTS[name](page, handbook))


def files(handbook: Handbook) -> Iterator[tuple[str, Callable[[], str]]]:
    """Every pathway as data, as `handrail pathways` prints it."""
    yield "pathways.json", partial(as_json, handbook.pages, handbook.diagrams)


def _all_pathways(page: Page, handbook: Handbook) -> str:
    rows = [
        (escape(who), link(page, where.uri, where.title), _when(where, handbook))
        for where in _pathway_pages(handbook)
        for who in _who_starts(where, handbook)
    ]
    head = ("Who starts it", "Pathway", "When to use it")
    return table("All pathways, by who starts them", head, sorted(rows))


def _when(page: Page, handbook: Handbook) -> str:
    """The list below the heading that says when to use a page's pathway, else its description."""
    found = False
    document = handbook.rendered.get(page.uri)
    for element in document.elements("h2", "h3", "ul") if document else ():
        if element.tag != "ul":
            found = bool(WHEN.match(words(element).strip()))
        elif found:
            items = [words(item).strip().rstrip(".;,") for item in element.iter_elements(["li"])]
            return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>"
    return escape(page.get("description"))


def _who_starts(page: Page, handbook: Handbook) -> list[str]:
    """Names of those who take the first step of a page's pathways, each once."""
    names = []
    for diagram in handbook.diagrams_of(page):
        starts = [step for step in diagram.steps if step.kind == START]
        names += [_owner(diagram, step) for step in starts if not diagram.entering(step.id)]
    return list(dict.fromkeys(names))


def _owner(diagram: Diagram, step: Step) -> str:
    """Who takes a step; for a start that belongs to nobody, whoever takes the next."""
    if not step.actor and step.kind == START:
        following = [diagram.step[name] for name in sorted(diagram.next_steps(step))]
        step = next((other for other in following if other.actor), step)
    return diagram.actor[step.actor].name if step.actor else NOBODY


def _time_limits(page: Page, handbook: Handbook) -> str:
    rows = []
    for where in _pathway_pages(handbook):
        for diagram in handbook.diagrams_of(where):
            rows += _limits(page, where, diagram)
    head = ("Agency", "Time limit", "Step", "Pathway")
    rows.sort(key=lambda row: (row[0], row[3]))
    return table("Every time limit in the pathways, by agency", head, rows)


def _limits(page: Page, where: Page, diagram: Diagram) -> Iterator[tuple[str, ...]]:
    for group in put_into_words(diagram).groups:
        for item in group.steps:
            if item.step.limit:
                anchor = f"pathway-{diagram.number}-step-{item.number}"
                yield (
                    escape(_owner(diagram, item.step)),
                    escape(item.step.limit),
                    link(page, f"{where.uri}#{anchor}", item.step.text),
                    escape(where.title),
                )


def _map(page: Page, handbook: Handbook) -> str:
    """A drawing in which an arrow means "can lead into", and the same in words."""
    diagram = _map_diagram(page, handbook)
    hrefs = {step.id: handbook.way(page.uri, step.link) for step in diagram.steps}
    drawing = draw_diagram(diagram, "pathway-map", hrefs).svg
    items = [
        f"<li>{_ways_on(page, diagram, item)}</li>"
        for group in put_into_words(diagram).groups
        for item in group.steps
    ]
    return (
        '<figure class="pathway" id="pathway-map">\n'
        '<div class="pathway-scroll" tabindex="0" role="region" aria-label="Drawing: the map">'
        f"{drawing}</div>\n"
        "<p>In words, with the numbers of the map:</p>\n"
        "<ol>\n" + "\n".join(items) + "\n</ol>\n</figure>"
    )


def _map_diagram(page: Page, handbook: Handbook) -> Diagram:
    pages = {where.uri: where for where in _pathway_pages(handbook)}
    names = {uri: f"p{number}" for number, uri in enumerate(pages)}
    steps = tuple(
        Step(names[uri], ACTION, where.title, "", "", uri, where.start)
        for uri, where in pages.items()
    )
    arrows = tuple(
        Arrow(names[source], names[target], "", pages[source].start)
        for source, target in _references(handbook)
        if source in names and target in names
    )
    return Diagram(
        page.uri, 0, "", page.start, "flowchart", "How the pathways lead into each other",
        f"A map of {len(steps)} pathways and {len(arrows)} ways from one into another.",
        "LR", steps, arrows,
    )  # fmt: skip


def _ways_on(page: Page, diagram: Diagram, item: NumberedStep) -> str:
    name = link(page, item.step.link, item.step.text)
    targets = [link(page, step.link, step.text)
               for lead in item.leads if (step := diagram.step[lead.target])]  # fmt: skip
    return f"{name} can lead into: {'; '.join(targets)}." if targets else f"{name} stands alone."


def _references(handbook: Handbook) -> list[tuple[str, str]]:
    """(page, page that it refers to) for every reference in a pathway, each once."""
    found = [
        (diagram.uri, posixpath.normpath(posixpath.join(posixpath.dirname(diagram.uri), path)))
        for diagram in handbook.diagrams
        for step in diagram.steps
        if step.kind == REFERENCE and (path := step.link.partition("#")[0])
    ]
    return list(dict.fromkeys(found))


def _pathway_pages(handbook: Handbook) -> list[Page]:
    """Pages that hold a pathway, in the order of the menu, then of their paths."""
    place = {uri: number for number, uri in enumerate(handbook.in_order)}
    pages = [p for p in handbook.pages if p.type == "pathway" and handbook.diagrams_of(p)]
    return sorted(pages, key=lambda page: (place.get(page.uri, len(place)), page.uri))


LISTS: dict[str, Callable[[Page, Handbook], str]] = {
    "all pathways": _all_pathways,
    "pathway map": _map,
    "time limits": _time_limits,
}
"""What a page can show, by the name in its front matter."""
