"""Flowcharts for tests: those of the protocol, and made ones with everything that may occur."""

from __future__ import annotations

import random
from pathlib import Path

from handrail.page import Page
from handrail.pathway import Diagram
from handrail.read.diagrams import read_diagrams
from handrail.read.folder import pages_below

DOCS = Path(__file__).parent.parent / "docs"
WORDS = [
    "ask", "about", "the", "child", "and", "parent", "support", "joint", "visit", "family",
    "urgent", "social", "worker", "hospital", "school", "meeting", "record", "assessment",
]  # fmt: skip
SHAPES = {
    "action": '["{}"]', "question": '{{"{}"}}', "round": '(["{}"])', "reference": '[["{}"]]',
}  # fmt: skip


def read(source: str) -> Diagram:
    """One diagram from its Mermaid source."""
    page = Page("docs/made.md", "made.md", f"```mermaid\n{source}\n```\n", {}, 1)
    return read_diagrams(page)[0]


def protocol_pathways() -> list[tuple[str, Diagram]]:
    """Name and diagram of every flowchart in the protocol."""
    found = []
    for path in pages_below(DOCS):
        uri = path.relative_to(DOCS).as_posix()
        page = Page(f"docs/{uri}", uri, path.read_text("utf-8"), {}, 1)
        flowcharts = [item for item in read_diagrams(page) if item.kind == "flowchart"]
        found += [(f"{path.stem}-{item.number}", item) for item in flowcharts]
    return found


def written_flowcharts() -> list[Diagram]:
    """Flowcharts with everything that the language has, as people write it."""
    path = Path(__file__).parent / "flowcharts-as-written.md"
    return list(read_diagrams(Page("docs/a.md", "a.md", path.read_text("utf-8"), {}, 1)))


def made(seed: int, steps: int = 0, direction: str = "") -> Diagram:
    """A flowchart that depends on `seed` alone.

    With joins, loops, circles without a start, several starts, steps nothing leads to, agencies
    within agencies, empty ones and ones at the end of an arrow, the same label twice and arrows
    drawn twice.
    """
    rng = random.Random(seed)
    count = steps or rng.randint(1, 22)
    agencies = [f"A{i}" for i in range(rng.randint(0, 5))]
    outer = {name: rng.choice(["", "", *agencies[:i]]) for i, name in enumerate(agencies)}
    owner = {f"n{i}": rng.choice(["", *agencies]) for i in range(count)}
    lines = [f"flowchart {direction or rng.choice(['TB', 'TB', 'TB', 'LR', 'BT', 'RL'])}"]
    lines += ["accTitle: A made pathway", "accDescr: Made for a test"]
    lines += _inside("", outer, owner, rng)
    ends = [*owner] * 9 + agencies
    for i, source in enumerate(owner):
        for _ in range(rng.choice([0, 1, 1, 1, 2, 3])):
            near = f"n{min(count - 1, i + rng.randint(1, 4))}"
            target = near if rng.random() < 0.75 else rng.choice(ends)
            start = source if rng.random() < 0.96 else rng.choice(ends)
            if start not in agencies or target not in agencies:
                answer = rng.choice(["", "", "|Yes|", "|No|", f'|"{_text(rng, 1, 6)}"|'])
                lines.append(f"{start} -->{answer} {target}")
    return read("\n".join(lines))


def _inside(agency: str, outer: dict, owner: dict, rng: random.Random) -> list[str]:
    lines = []
    for step, holder in owner.items():
        if holder == agency:
            shape = rng.choice(list(SHAPES.values()))
            limit = rng.choice(["", "", "", " within 2 working days", ", same day"])
            lines.append(step + shape.format(_text(rng, 1, 11) + limit))
    for name, holder in outer.items():
        if holder == agency:
            lines.append(f'subgraph {name}["{_text(rng, 1, 4)} {name}"]')
            lines += [*_inside(name, outer, owner, rng), "end"]
    return lines


def _text(rng: random.Random, least: int, most: int) -> str:
    return " ".join(rng.choice(WORDS) for _ in range(rng.randint(least, most)))
