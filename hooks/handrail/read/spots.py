"""Finds where a writer would look for each step, agency and arrow of a flowchart.

The engine says where each name is mentioned, but not which mention gives a step its words, nor
where an arrow is drawn.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

Spot = tuple[int, int]
"""1-based line and column in the diagram."""
Mentions = Mapping[str, tuple[Spot, ...]]
"""Every mention of each step and agency, by its ID, in the order written."""
_WORDS_FOLLOW = re.compile(r"[\[({>]|@\{")
_SUBGRAPH = re.compile(r"^([ \t]*subgraph[ \t]+)([^\n;]*)", re.MULTILINE)
_LABEL = re.compile(r'"[^"]*"|\|[^|\n]*\|')
_MOST_JOINED = 400


def place_steps(mentions: Mentions, source: str) -> dict[str, Spot]:
    """Where each step gets its words; where it gets none, its first mention."""
    lines = source.split("\n")
    found = {}
    for name, spots in mentions.items():
        worded = (
            (line, column)
            for line, column in spots
            if _WORDS_FOLLOW.match(lines[line - 1], column - 1 + len(name))
        )
        found[name] = next(worded, spots[0])
    return found


def place_actors(graphs: Iterable[Mapping], mentions: Mentions, source: str) -> dict[str, Spot]:
    """Where each subgraph is opened. One without an ID is known by its title."""
    opened = {}
    for match in _SUBGRAPH.finditer(source):
        spot = source.count("\n", 0, match.start()) + 1, len(match[1]) + 1
        opened[spot] = match[2].strip().strip('"')
    found = {}
    for graph in graphs:
        spots = [spot for spot in mentions.get(graph["id"], ()) if spot in opened]
        spots += [spot for spot, title in opened.items() if title == graph["title"]]
        if spots:
            found[graph["id"]] = spots[0]
            del opened[spots[0]]
    return found


def place_arrows(
    edges: Iterable[Mapping], mentions: Mentions, source: str
) -> Iterator[Spot | None]:
    """Where the target of each edge is named in the statement that draws it; None where unclear."""
    drawn = _drawn(mentions, source)
    used: Counter[tuple[str, str]] = Counter()
    for edge in edges:
        ends = edge["from"], edge["to"]
        spots = drawn.get(ends, ())
        yield spots[min(used[ends], len(spots) - 1)] if spots else None
        used[ends] += 1


def _drawn(mentions: Mentions, source: str) -> dict[tuple[str, str], list[Spot]]:
    """Spots of the target for each pair of steps that some statement joins, in the order drawn."""
    found: dict[tuple[str, str], list[Spot]] = {}
    sources: list[str] = []
    targets: list[tuple[str, Spot]] = []
    joined = ";"
    for name, spot, after in _in_order(mentions, source):
        if joined == ";":
            sources, targets = [], []
        elif joined == "->":
            sources, targets = [target for target, _ in targets], []
        targets.append((name, spot))
        for start in sources[:_MOST_JOINED]:
            found.setdefault((start, name), []).append(spot)
        joined = _join(after)
    return found


def _in_order(mentions: Mentions, source: str) -> Iterator[tuple[str, Spot, str]]:
    """Every mention as (name, spot, what stands between it and the next)."""
    lines = source.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    spots = sorted((spot, name) for name, spots in mentions.items() for spot in spots)
    places = [starts[line - 1] + column - 1 for (line, column), _ in spots]
    following = [*places[1:], len(source)]
    for (spot, name), at, until in zip(spots, places, following, strict=False):
        yield name, spot, source[at + len(name) : until]


def _join(between: str) -> str:
    """`&`, `->` or, where one statement ends and another begins, `;`."""
    text = _LABEL.sub("", between)
    if "\n" in text or text.rstrip().endswith(";"):
        return ";"
    return "&" if text.rstrip().endswith("&") else "->"
