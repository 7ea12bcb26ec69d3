"""What is wrong with a laid-out flowchart, found with numbers alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from handrail.draw.layout import Layout, lay_out
from handrail.draw.order import follow
from handrail.draw.places import Rect
from handrail.pathway import Diagram


def laid_out(diagram: Diagram) -> Layout:
    """The layout of a flowchart, its steps numbered as in the words."""
    flow = follow(diagram)
    return lay_out(diagram, flow, {step: n for n, step in enumerate(flow.steps, start=1)})


def faults(diagram: Diagram) -> list[str]:
    """A sentence for each thing that lies where it must not."""
    layout = laid_out(diagram)
    return [*_boxes(layout), *_answers(diagram, layout), *_lines(diagram, layout), *_edges(layout)]


def _boxes(layout: Layout) -> Iterator[str]:
    places = [(key, place) for key, (_, place) in layout.boxes.items()]
    for (one, a), (other, b) in combinations(places, 2):
        if overlap(a, b):
            yield f"boxes {one} and {other} overlap"


def _answers(diagram: Diagram, layout: Layout) -> Iterator[str]:
    titles = [title for _, _, title in layout.lanes]
    boxes = [place for _, place in layout.boxes.values()]
    answers = [place for _, place in layout.answers]
    for i, answer in enumerate(answers):
        if any(overlap(answer, other) for other in answers[i + 1 :]):
            yield f"answer {i} covers another"
        if any(overlap(answer, other) for other in titles + boxes):
            yield f"answer {i} covers a title or a box"


def _lines(diagram: Diagram, layout: Layout) -> Iterator[str]:
    titles = [title for _, _, title in layout.lanes]
    boxes = [shrunk(place, 2) for _, place in layout.boxes.values()]
    drawn = [arrow for arrow in diagram.arrows if arrow.heads]
    spoken = [i for i, arrow in enumerate(drawn) if arrow.answer]
    answers = {i: shrunk(p, 3) for i, (_, p) in zip(spoken, layout.answers, strict=True)}
    for i, line in enumerate(layout.lines):
        for piece in pieces(line):
            if piece.width > 1 and piece.height > 1:
                yield f"arrow {i} runs aslant"
            if any(overlap(piece, other) for other in titles + boxes):
                yield f"arrow {i} runs through a title or a box"
            if any(overlap(piece, answer) for j, answer in answers.items() if j != i):
                yield f"arrow {i} runs through another's answer"
    for one, other in combinations(layout.lines, 2):
        if not _meet(one, other) and any(_along(a, b) for a in pieces(one) for b in pieces(other)):
            yield f"two arrows run on each other: {one} {other}"


def _edges(layout: Layout) -> Iterator[str]:
    things = [place for _, place in layout.boxes.values()]
    things += [place for _, place in layout.answers] + [lane for lane, _, _ in layout.lanes]
    things += [piece for line in layout.lines for piece in pieces(line)]
    for thing in things:
        right, bottom = thing.x + thing.width, thing.y + thing.height
        if thing.x < 0 or thing.y < 0 or right > layout.width or bottom > layout.height:
            yield f"{thing} is outside the drawing"


def overlap(a: Rect, b: Rect) -> bool:
    """True where two places share more than an edge."""
    return (
        a.x < b.x + b.width - 0.1
        and b.x < a.x + a.width - 0.1
        and a.y < b.y + b.height - 0.1
        and b.y < a.y + a.height - 0.1
    )


def shrunk(place: Rect, by: float) -> Rect:
    """The same without its outermost pixels."""
    return Rect(place.x + by, place.y + by, place.width - 2 * by, place.height - 2 * by)


def pieces(line) -> list[Rect]:
    """The straight pieces of an arrow's way, as places half a pixel wide."""
    return [
        Rect(min(x, a), min(y, b), abs(x - a) + 0.5, abs(y - b) + 0.5)
        for (x, y), (a, b) in pairwise(line)
    ]


def _meet(one, other) -> bool:
    """True for arrows that end at the same place: they may join on the way."""
    (x, y), (a, b) = one[-1], other[-1]
    return abs(x - a) < 12 and abs(y - b) < 12


def _along(a: Rect, b: Rect) -> bool:
    """True where two pieces lie on each other for some way."""
    upright = a.width < 1 and b.width < 1 and abs(a.x - b.x) < 2
    level = a.height < 1 and b.height < 1 and abs(a.y - b.y) < 2
    down = min(a.y + a.height, b.y + b.height) - max(a.y, b.y)
    across = min(a.x + a.width, b.x + b.width) - max(a.x, b.x)
    return (upright and down > 3) or (level and across > 3)
