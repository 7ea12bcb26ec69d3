"""Measures pathways alone: python benchmarks/pathways.py [PATHWAYS]

Makes pathways of 10 to 25 steps and prints how many seconds of CPU it takes to read them, to draw
them and put them into words, and to run the rules for pathways; then what the same takes when one
of them has changed, as in a preview.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parent.parent / "hooks"))

from corpus import pathways

from handrail.draw import pathway_figure
from handrail.handbook import Handbook, Settings
from handrail.html import parse_fragment
from handrail.read.protocol import read_protocol
from handrail.rules import run_rule
from handrail.rules.pathways import RULES

SETTINGS = Settings("Example Council", "Draft 1", ("example.org",), 12, date(2026, 11, 21))


def main(count: int = 250) -> None:
    """Print a table: a line for the first time, a line for the second."""
    sources = pathways(count)
    print(f"{count:5} pathways {'read':>8} {'draw':>8} {'check':>8} {'all':>8}")
    print(_line("first time", _measure(sources)))
    path, uri, data = sources[0]
    sources[0] = path, uri, data.replace(b"within", b"at most", 1)
    print(_line("one changed", _measure(sources)))


def _measure(sources: Sequence[tuple[str, str, bytes]]) -> list[float]:
    """Seconds to read, to draw and put into words, and to check."""
    times = [process_time()]
    known = read_protocol(sources)
    times.append(process_time())
    drawn = {diagram.uri: pathway_figure(diagram, "pathway-1", {}) for diagram in known["diagrams"]}
    times.append(process_time())
    rendered = {uri: parse_fragment(html, f"docs/{uri}") for uri, html in drawn.items()}
    book = Handbook(SETTINGS, "Pathways", "", files=frozenset(drawn), rendered=rendered, **known)
    for rule in RULES:
        list(run_rule(rule, book))
    times.append(process_time())
    return [after - before for before, after in pairwise(times)]


def _line(name: str, seconds: list[float]) -> str:
    return f"{name:14} " + "".join(f" {part:7.2f}s" for part in [*seconds, sum(seconds)])


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
