"""Reads the Mermaid fences of a page into diagrams: steps, arrows and who acts."""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches

import yaml

from handrail import mermaid
from handrail.finding import Fault, Place, Unread
from handrail.page import Page
from handrail.pathway import ACTION, END, QUESTION, REFERENCE, START, Actor, Arrow, Diagram, Step
from handrail.read.flowchart import find_slips
from handrail.read.limits import find_limit
from handrail.read.lines import Fence, read_fences
from handrail.read.refusals import explain, locate
from handrail.read.spots import Spot, place_actors, place_arrows, place_steps

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
_ROUNDED_SHAPES = {"round", "rounded", "event"}
"""Boxes with soft corners: halfway along a pathway they are steps like others."""
_ROUND_SHAPES = {
    *_ROUNDED_SHAPES, "stadium", "circle", "doublecircle", "ellipse", "terminal", "pill", "start",
    "stop", "sm-circ", "small-circle", "framed-circle", "fr-circ", "dbl-circ",
    "double-circle", "circ",
}  # fmt: skip
_KIND = re.compile(r"(?!subgraph\b|end\b|T[DB]\b|BT\b|LR\b|RL\b)[\w-]+(?: (?![-=.<]).*)?$")
"""How a diagram of any kind begins; steps, arrows and directions alone do not."""
_MARKED_UP = re.compile(r":fa-|[<\\&#]")
"""A sign without which a label is plain text already."""
Joins = tuple[set[str], set[str]]
"""IDs of what arrows leave, and of what they lead to."""


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
    unread = tuple(_why_unread(reading, lines, place, margin))
    if unread:
        return _unread(page, index, source, place, *unread)
    if reading.kind != "flowchart":
        model = reading.model
        return Diagram(
            page.uri, index, source, place, reading.kind,
            model.get("accTitle") or _heading(source), model.get("accDescr") or "",
        )  # fmt: skip
    return _flowchart(page.uri, index, source, place, reading, margin)


def _nearest_kind(source: str) -> str:
    """The kind of diagram that the first word seems to mean; `flowchart` where there is no word."""
    words = re.sub(r"^---\n.*?\n---\n|%%.*$", "", source, flags=re.DOTALL | re.MULTILINE).split()
    if not words or not _KIND.match(" ".join(words[:2])):
        return "flowchart"
    tries = (words[0], "".join(words[:2]))
    near = [kind for one in tries for kind in get_close_matches(one, mermaid.KINDS, 1, 0.75)]
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

    def at(spot: Spot | None) -> Place:
        return place.moved(spot[0] - 1, spot[1] + margin) if spot else place

    steps = place_steps(reading.mentions, source)
    opened = place_actors(model["subgraphs"], reading.mentions, source)
    owner = _owners(model["subgraphs"])
    # `a ~~~ b` joins nothing: it only keeps two boxes in line.
    edges = [edge for edge in model["edges"] if edge["stroke"] != "invisible"]
    spots = place_arrows(edges, reading.mentions, source)
    places = [at(spot or steps.get(e["to"])) for e, spot in zip(edges, spots, strict=True)]
    arrows = tuple(_arrows(edges, places))
    joins = {arrow.source for arrow in arrows}, {arrow.target for arrow in arrows}
    graphs = {graph["id"] for graph in model["subgraphs"]}
    nodes = [node for node in model["nodes"] if node["id"] not in graphs]
    heading = _heading(source)
    return Diagram(
        uri, index, source, place, "flowchart",
        plain(model.get("accTitle") or heading), plain(model.get("accDescr") or ""),
        model.get("direction") or "TB",
        tuple(_step(node, owner, joins, at(steps.get(node["id"]))) for node in nodes),
        arrows,
        tuple(_actors(model["subgraphs"], owner, opened, at)),
        heading=heading,
    )  # fmt: skip


def _heading(source: str) -> str:
    """The title in the front matter of a diagram; empty where none."""
    found = re.match(r"\s*---[ \t]*\n(.*?)\n[ \t]*---[ \t]*\n", source, re.DOTALL)
    try:
        entries = yaml.load(found[1], Loader=yaml.BaseLoader) if found else None
    except (yaml.YAMLError, RecursionError):
        return ""
    title = entries.get("title") if isinstance(entries, dict) else ""
    return plain(title) if isinstance(title, str) else ""


def _arrows(edges: Iterable[Mapping], places: Iterable[Place]) -> Iterator[Arrow]:
    """An arrow for each way along each edge: `a <--> b` leads back as well."""
    for edge, place in zip(edges, places, strict=True):
        start, end, words = edge["from"], edge["to"], _words(edge)
        if edge["type"].startswith("double_") and start != end:
            yield Arrow(start, end, words, place, heads=2)
            yield Arrow(end, start, words, place, heads=0)
        else:
            yield Arrow(start, end, words, place)


def _step(node: Mapping, owner: Mapping, joins: Joins, place: Place) -> Step:
    name, text, link = node["id"], _words(node) or node["id"], node["link"] or ""
    kind = _kind(node, link, joins)
    return Step(name, kind, text, owner.get(name, ""), find_limit(text), link, place)


def _words(item: Mapping) -> str:
    """The words of a step or an arrow, without the signs of a Markdown string."""
    return _without_signs(plain(item["label"] or ""), item["labelType"])


def _without_signs(text: str, kind: str) -> str:
    if kind != "markdown":
        return text
    return re.sub(r"(\*\*|__|\*|_)(?=\S)(.+?)\1", r"\2", text.strip("`"))


def _kind(node: Mapping, link: str, joins: Joins) -> str:
    shape = node["shape"] or ""
    leads_on, led_to = (node["id"] in ends for ends in joins)
    if shape in _REFERENCE_SHAPES or (link.split("#")[0].endswith(".md") and not leads_on):
        return REFERENCE
    if shape in _QUESTION_SHAPES:
        return QUESTION
    if shape in _ROUND_SHAPES and not (shape in _ROUNDED_SHAPES and leads_on and led_to):
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
    graphs: list[Mapping], owner: Mapping, opened: Mapping[str, Spot], at: Callable
) -> Iterator[Actor]:
    for graph in sorted(graphs, key=lambda graph: opened.get(graph["id"], (0, 0))):
        name = _without_signs(plain(graph["title"] or graph["id"]), graph["labelType"])
        yield Actor(graph["id"], name, owner.get(graph["id"], ""), at(opened.get(graph["id"])))


def plain(label: str) -> str:
    """A label as one line of plain text: line breaks become spaces, entities characters, and
    the names of icons, such as `fa:fa-phone`, go."""
    if not _MARKED_UP.search(label):
        return " ".join(label.split())
    label = re.sub(r"\bfa[a-z]?:fa-[\w-]+", " ", label)
    text = re.sub(r"<br\s*/?>|\\n|\n", " ", label, flags=re.IGNORECASE)
    text = re.sub(r"#(\w+);", r"&\1;", text)
    text = re.sub(r"&(\d+);", r"&#\1;", text)
    return " ".join(html.unescape(text).split())


def _unread(page: Page, index: int, source: str, place: Place, *unread: Unread) -> Diagram:
    return Diagram(page.uri, index, source, place, "", "", "", unread=unread)


def _never_closed(page: Page, fence: Fence) -> Unread:
    fault = Fault(
        page.place(fence.line, fence.indent + 1),
        "the diagram that starts here is never closed",
        "put a line with three backticks after its last line",
    )
    return Unread(UNREADABLE, fault)


def _why_unread(
    reading: mermaid.Reading, lines: list[str], place: Place, margin: int
) -> Iterator[Unread]:
    """Every fault of a flowchart, line by line; else why the engine refuses the diagram."""
    reasons = [refusal.reason for refusal in reading.refusals]
    slips = () if mermaid.TOO_LARGE in reasons else find_slips("\n".join(lines))
    for line, column, message, help in slips:
        yield Unread(UNREADABLE, Fault(place.moved(line - 1, column + margin), message, help))
    if reading.refusals and not slips:
        line, column = locate(reading.refusals[0], lines)
        spot = place.moved(line - 1, column + margin)
        yield Unread(UNREADABLE, explain(reading.refusals[0].reason, spot))
