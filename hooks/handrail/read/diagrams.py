"""Reads the Mermaid fences of a page into diagrams: steps, arrows and who acts."""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from handrail import mermaid
from handrail.finding import Fault, Place, Unread
from handrail.page import Page
from handrail.pathway import ACTION, END, QUESTION, REFERENCE, START, Actor, Arrow, Diagram, Step
from handrail.read.limits import find_limit
from handrail.read.lines import Fence, read_fences
from handrail.read.refusals import explain, locate

UNREADABLE = "diagram-unreadable"

_QUESTION_SHAPES = {
    "diamond",
    "hexagon",
    "question",
    "decision",
    "diam",
    "rhombus",
    "hex",
    "prepare",
}
_REFERENCE_SHAPES = {"subroutine", "subproc", "subprocess", "framed-rectangle", "fr-rect"}
_ROUND_SHAPES = {
    "stadium", "circle", "doublecircle", "round", "rounded", "ellipse", "terminal", "pill", "event",
    "start", "stop", "sm-circ", "small-circle", "framed-circle", "fr-circ", "dbl-circ",
    "double-circle", "circ",
}  # fmt: skip


def read_diagrams(page: Page) -> tuple[Diagram, ...]:
    """Every Mermaid fence of a page, in order. Never raises on what a writer wrote."""
    fences = [fence for fence in read_fences(page) if is_mermaid(fence.info)]
    return tuple(_diagram(page, index, fence) for index, fence in enumerate(fences))


def is_mermaid(info: str) -> bool:
    """True for the words after a fence's ticks that mean a Mermaid diagram."""
    return bool(re.match(r"\{?\s*\.?mermaid\b", info))


def _diagram(page: Page, index: int, fence: Fence) -> Diagram:
    lines = _dedented(fence)
    source = "\n".join(lines)
    margin = _margin(fence, lines)
    place = page.place(fence.line + 1, margin + 1)
    if not fence.closed:
        return _unread(page, index, source, place, _never_closed(page, fence))
    reading = mermaid.read(source)
    if not reading.kind and not _nearest_kind(source):
        # A kind that only a newer Mermaid knows: whoever draws it will see.
        return Diagram(page.uri, index, source, place, "", "", "")
    if reading.refusals:
        return _unread(
            page, index, source, place, _refused(reading.refusals[0], lines, place, margin)
        )
    if reading.kind != "flowchart":
        model = reading.model
        return Diagram(
            page.uri, index, source, place, reading.kind,
            model.get("accTitle") or "", model.get("accDescr") or "",
        )  # fmt: skip
    return _flowchart(page.uri, index, source, place, reading, margin)


def _nearest_kind(source: str) -> str:
    """The kind of diagram that the first word seems to mean; `flowchart` where there is no word."""
    words = re.sub(r"^---\n.*?\n---\n|%%.*$", "", source, flags=re.DOTALL | re.MULTILINE).split()
    near = get_close_matches(words[0], mermaid.KINDS, 1, 0.75) if words else ["flowchart"]
    return near[0] if near else ""


def _dedented(fence: Fence) -> list[str]:
    """The fence's lines as the engine gets them: without the quote marks and spaces before all."""
    quoted = [re.sub(rf"^[ >\t]{{0,{fence.indent}}}", "", line) for line in fence.lines]
    return textwrap.dedent("\n".join(quoted)).split("\n")


def _margin(fence: Fence, lines: list[str]) -> int:
    """Characters that were taken off the front of each line."""
    return max(
        (len(old) - len(new) for old, new in zip(fence.lines, lines, strict=False) if new.strip()),
        default=0,
    )


def _flowchart(
    uri: str, index: int, source: str, place: Place, reading: mermaid.Reading, margin: int
) -> Diagram:
    model = reading.model
    where = {
        name: [place.moved(line - 1, column + margin) for line, column in spots]
        for name, spots in reading.mentions.items()
    }
    owner = _owners(model["subgraphs"])
    nodes = [
        node for node in model["nodes"] if node["id"] not in {s["id"] for s in model["subgraphs"]}
    ]
    leaving = {edge["from"] for edge in model["edges"]}
    arrows = tuple(_arrows(model["edges"], where, place))
    return Diagram(
        uri, index, source, place, "flowchart",
        plain(model.get("accTitle") or ""), plain(model.get("accDescr") or ""),
        model.get("direction") or "TB",
        tuple(_step(node, owner, leaving, where, place) for node in nodes),
        arrows,
        tuple(_actors(model["subgraphs"], owner, where, place)),
        tuple(_swallowed(model["edges"], arrows)),
    )  # fmt: skip


def _step(node: Mapping, owner: Mapping, leaving: set, where: Mapping, place: Place) -> Step:
    text = plain(node["label"] or node["id"])
    if node["labelType"] == "markdown":
        text = re.sub(r"(\*\*|__|\*|_)(?=\S)(.+?)\1", r"\2", text)
    link = node["link"] or ""
    return Step(
        node["id"],
        _kind(node, link, node["id"] in leaving),
        text,
        owner.get(node["id"], ""),
        find_limit(text),
        link,
        _first(where, node["id"], place),
    )


def _kind(node: Mapping, link: str, leads_on: bool) -> str:
    shape = node["shape"] or ""
    if shape in _REFERENCE_SHAPES or (link.split("#")[0].endswith(".md") and not leads_on):
        return REFERENCE
    if shape in _QUESTION_SHAPES:
        return QUESTION
    if shape in _ROUND_SHAPES:
        return START if leads_on else END
    return ACTION


def _owners(subgraphs: list[Mapping]) -> dict[str, str]:
    """ID of the subgraph directly around each node and each subgraph."""
    members = {graph["id"]: set(graph["nodes"]) for graph in subgraphs}
    owner: dict[str, str] = {}
    # The engine lists a nested subgraph's nodes under the outer one as well; the smallest holds it.
    for graph in sorted(members, key=lambda name: len(members[name]), reverse=True):
        owner.update(dict.fromkeys(members[graph] - {graph}, graph))
    return owner


def _actors(
    subgraphs: list[Mapping], owner: Mapping, where: Mapping, place: Place
) -> Iterator[Actor]:
    for graph in sorted(subgraphs, key=lambda graph: _first(where, graph["id"], place)):
        name = plain(graph["title"] or graph["id"])
        spot = _first(where, graph["id"], place)
        yield Actor(graph["id"], name, owner.get(graph["id"], ""), spot)


def _arrows(edges: list[Mapping], where: Mapping, place: Place) -> Iterator[Arrow]:
    """Arrows with the place of the target in the first statement not yet used that names both."""
    used: dict[tuple[str, str], int] = {}
    for edge in edges:
        ends = edge["from"], edge["to"]
        lines = {spot.line for spot in where.get(ends[0], ())}
        spots = [spot for spot in where.get(ends[1], ()) if spot.line in lines]
        count = used[ends] = used.get(ends, -1) + 1
        spot = spots[min(count, len(spots) - 1)] if spots else _first(where, ends[1], place)
        yield Arrow(*ends, plain(edge["label"] or ""), spot)


def _swallowed(edges: list[Mapping], arrows: Iterable[Arrow]) -> Iterator[Unread]:
    """Arrows such as `a <-- b`, which make the lines below them the words on the arrow."""
    for edge, arrow in zip(edges, arrows, strict=True):
        if "\n" in (edge["label"] or ""):
            fault = Fault(
                arrow.place,
                f'the words on an arrow run over a line end: "{arrow.answer}"',
                "write each arrow on one line, from left to right: ask -->|Yes| call",
            )
            yield Unread(UNREADABLE, fault)


def _first(where: Mapping, name: str, default: Place) -> Place:
    return where[name][0] if where.get(name) else default


def plain(label: str) -> str:
    """A label as one line of plain text: line breaks become spaces, entities characters."""
    text = re.sub(r"<br\s*/?>|\\n|\n", " ", label, flags=re.IGNORECASE)
    text = re.sub(r"#(\w+);", r"&\1;", text)
    text = re.sub(r"&(\d+);", r"&#\1;", text)
    return " ".join(html.unescape(text).split())


def _unread(page: Page, index: int, source: str, place: Place, unread: Unread) -> Diagram:
    return Diagram(page.uri, index, source, place, "", "", "", unread=(unread,))


def _never_closed(page: Page, fence: Fence) -> Unread:
    fault = Fault(
        page.place(fence.line, fence.indent + 1),
        "the diagram that starts here is never closed",
        "put a line with three backticks after its last line",
    )
    return Unread(UNREADABLE, fault)


def _refused(refusal: mermaid.Refusal, lines: list[str], place: Place, margin: int) -> Unread:
    reason, line, column = locate(refusal.reason, refusal.line, refusal.column, lines)
    return Unread(UNREADABLE, explain(reason, place.moved(line - 1, column + margin)))
