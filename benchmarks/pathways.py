"""Measures pathways alone: python benchmarks/pathways.py [PATHWAYS]

Makes pathways of 10 to 25 steps and prints how many seconds of CPU it takes to read them, to draw
them and put them into words, and to run the rules for pathways; then what the same takes when one
of them has changed, as in a preview.

Where Mermaid's own command line is found (`mmdc`, of the npm package @mermaid-js/mermaid-cli), some
of the pathways are drawn with it, one run for each as it is made to be used, and the two are
compared. It needs Chromium; PUPPETEER_EXECUTABLE_PATH names one, else the system's is taken.
"""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).parent.parent / "hooks"))

from corpus import pathways

from handrail.draw import pathway_figure
from handrail.handbook import Handbook, Settings
from handrail.html import parse_fragment
from handrail.read.protocol import read_protocol
from handrail.rules import run_rule
from handrail.rules.pathways import RULES

SETTINGS = Settings("Example Council", "Draft 1", ("example.org",), 12, date(2026, 11, 21))
DRAWN_BY_MERMAID = 5
"""Pathways; each takes seconds."""


def main(count: int = 250) -> None:
    """Print a table: a line for the first time, a line for the second, and the comparison."""
    sources = pathways(count)
    print(f"{count:5} pathways {'read':>8} {'draw':>8} {'check':>8} {'all':>8}")
    begun = perf_counter()
    first = _measure(sources)
    elapsed = perf_counter() - begun
    print(_line("first time", first))
    compared = sources[:DRAWN_BY_MERMAID]
    path, uri, data = sources[0]
    sources[0] = path, uri, data.replace(b"within", b"at most", 1)
    print(_line("one changed", _measure(sources)))
    _compare(compared, sum(first) / count, elapsed / count)


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


def _compare(sources: Sequence[tuple[str, str, bytes]], cpu: float, elapsed: float) -> None:
    """Print what Mermaid's command line takes for one pathway, beside what Handrail takes."""
    command = shutil.which("mmdc")
    if not command:
        print("mmdc, Mermaid's command line, is not installed: not compared")
        return
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    for _, _, data in sources:
        _draw_with(command, re.search(r"```mermaid\n(.*?)```", data.decode(), re.DOTALL)[1])
    theirs = (perf_counter() - begun) / len(sources)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    used /= len(sources)
    print(f"one pathway    {'CPU':>8} {'clock':>8}")
    print(f"{'Handrail':14} {cpu:7.3f}s {elapsed:7.3f}s, read, checked, drawn and put into words")
    print(f"{'mmdc':14} {used:7.3f}s {theirs:7.3f}s, drawn")
    print(f"{'times faster':14} {used / cpu:8.0f} {theirs / elapsed:8.0f}")


def _draw_with(command: str, source: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        given, drawn, settings = (Path(folder, name) for name in ("a.mmd", "a.svg", "a.json"))
        given.write_text(source, "utf-8")
        settings.write_text(json.dumps({"args": ["--no-sandbox"]}), "utf-8")
        chromium = shutil.which("chromium") or shutil.which("google-chrome") or ""
        known = {"PUPPETEER_EXECUTABLE_PATH": chromium} if chromium else {}
        subprocess.run(
            [command, "-q", "-i", given, "-o", drawn, "-p", settings],
            env={**known, **os.environ}, check=True,
        )  # fmt: skip
        assert drawn.stat().st_size > 0


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
