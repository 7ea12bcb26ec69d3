"""Measures a build: python benchmarks/build.py [PAGES ...]

For each number of pages it writes a protocol with a pathway on every fourth page and builds it in
turn, some times over: plainly, with MkDocs and Material alone, and with Handrail, the last time
with its PDFs. Times are the least seconds of CPU; judge the ratios, which hold on any machine.
"""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from corpus import write_corpus

ROOT = Path(__file__).parent.parent
STAGES = ("read", "check", "draw", "print")
ROUNDS = 3


@dataclass(frozen=True)
class Run:
    """One build, measured from outside."""

    seconds: float
    """CPU time, user and system."""
    megabytes: float
    """Peak memory."""


def main(sizes: list[int]) -> None:
    """Measure each size and print a table."""
    print(f"{'pages':>6} {'plain':>8} {'handrail':>9}", end="")
    print("".join(f" {stage:>8}" for stage in STAGES), end="")
    print(f" {'added':>8} {'memory':>17}")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            _measure(Path(folder), size)


def _measure(folder: Path, size: int) -> None:
    write_corpus(folder / "docs", size)
    (folder / "plain.yml").write_text(_plain(), "utf-8")
    (folder / "site.yml").write_text(_without_pdfs(), "utf-8")
    (folder / "mkdocs.yml").write_text(_full(), "utf-8")
    plains, rounds = [], []
    for settings in [*["site.yml"] * (ROUNDS - 1), "mkdocs.yml"]:
        plains.append(_build(folder, "plain.yml", {}))
        seconds = folder / "seconds.json"
        full = _build(folder, settings, {"HANDRAIL_SECONDS": str(seconds)})
        rounds.append(json.loads(seconds.read_text("utf-8")))
    plain = min(plains, key=lambda run: run.seconds)
    stages = {stage: min(found[stage] for found in rounds if stage in found) for stage in STAGES}
    added = sum(stages[stage] for stage in ("read", "check", "draw")) / plain.seconds
    print(f"{size:6} {plain.seconds:7.1f}s {full.seconds:8.1f}s", end="")
    print("".join(f" {stages[stage]:7.2f}s" for stage in STAGES), end="")
    print(f" {added:8.1%} {plain.megabytes:6.0f} -> {full.megabytes:4.0f} MB")


def _build(folder: Path, settings: str, environment: dict[str, str]) -> Run:
    said = folder / "said.txt"  # the words of the corpus are random, so much is found in them
    with said.open("w") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "-q", "-f", settings],
            cwd=folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
            stdout=file,
            stderr=file,
        )
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        last = said.read_text("utf-8").splitlines()[-1]
        sys.exit(f"the build with {settings} failed: {last}")
    return Run(usage.ru_utime + usage.ru_stime, _megabytes(usage))


def _megabytes(usage: resource.struct_rusage) -> float:
    """Linux counts in kilobytes, macOS in bytes."""
    return usage.ru_maxrss / (1_000 if sys.platform == "linux" else 1_000_000)


def _full() -> str:
    """This project's settings without its menu, and with a stopwatch among the hooks."""
    text = re.sub(r"^nav:\n(?: .*\n)+", "", _settings(), flags=re.MULTILINE)
    text = text.replace("hooks/", f"{ROOT}/hooks/").replace("overrides/", f"{ROOT}/overrides/")
    return text.replace("hooks:\n", f"hooks:\n  - {ROOT}/benchmarks/stopwatch.py\n")


def _without_pdfs() -> str:
    """The same for a site alone."""
    return re.sub(r"^  - \S+/print\.py.*\n", "", _full(), flags=re.MULTILINE)


def _plain() -> str:
    """The same without Handrail: no hooks, no templates, diagrams left as code, and with the search
    of MkDocs in the place of ours."""
    text = re.sub(r"^hooks:\n(?: .*\n)+", "", _full(), flags=re.MULTILINE)
    text = text.replace("plugins:\n", "plugins:\n  - search\n")
    text = re.sub(r"^  custom_dir: .*\n", "", text, flags=re.MULTILINE)
    text = re.sub(r"^  - mermaid2:\n.*\n", "", text, flags=re.MULTILINE)
    return re.sub(r"^extra_css:\n(?: .*\n)+", "", text, flags=re.MULTILINE)


def _settings() -> str:
    return (ROOT / "mkdocs.yml").read_text("utf-8")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [100, 300, 1000])
