"""Measures the check of HTML: python benchmarks/checkers.py [SITE]

Checks the pages of a published site (`site`) that are nearest to 65 KB with every rule for HTML,
on one core, and prints the least time for a page. Beside it, it measures html-validate, and
axe-core in jsdom, where Node finds them: `npm install html-validate axe-core jsdom` in a folder,
and NODE_PATH=FOLDER/node_modules. Each of them checks the pages in turn with ours, round by round,
and how many times as long it takes is the median of the rounds, so that it holds on a machine that
is faster at one moment than at another. html-validate is measured with the rules that it
recommends, which look at all of HTML, and with those for accessibility alone, fewer than ours.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from handrail.html import parse_whole
from handrail.rules import check_document

SIZE, PAGES, ROUNDS = 65_000, 12, 40
UNCOUNTED = 4
"""Rounds that the compiler of Node needs to make the most of a checker."""
TURN = 10
"""Rounds of ours beside one of theirs, which lasts longer than all of these."""
MINUTE = 60
"""Seconds after which a slow checker has had its rounds."""
OTHERS = ("html-validate", "its a11y rules alone", "axe-core in jsdom")
PROGRAM = Path(__file__).parent / "checkers.cjs"


def main(site: Path) -> None:
    """Choose the pages, measure and print."""
    every = sorted(site.rglob("*.html"), key=lambda path: abs(path.stat().st_size - SIZE))
    pages = every[:PAGES]
    if not pages:
        sys.exit(f"There is no HTML file in {site}. Build the site first: handrail build")
    size = sum(path.stat().st_size for path in pages)
    share = 1000 * SIZE / size
    print(f"pages                    {len(pages)} of {size / len(pages) / 1000:.0f} KB each, about")
    print("least time for 65 KB, one core")
    texts = [(path.read_text("utf-8"), path.as_posix()) for path in pages]
    ours = min(_round(texts) for _ in range(ROUNDS))
    print(f"  Handrail               {ours * share:8.1f} ms")
    node = shutil.which("node")
    for name in OTHERS:
        rounds = list(_side_by_side(node, name, texts)) if node else []
        if not rounds:
            reason = "it is not installed" if node else "there is no Node here"
            print(f"  {name:<22} not measured: {reason}")
            continue
        least = min(theirs for _, theirs in rounds) * share
        times = statistics.median(theirs / own for own, theirs in rounds)
        print(f"  {name:<22} {least:8.1f} ms, {times:.0f} times as long as ours beside it")


def _round(texts: list[tuple[str, str]]) -> float:
    """Seconds of processor for all pages."""
    start = time.process_time()
    for text, path in texts:
        check_document(parse_whole(text, path))
    return time.process_time() - start


def _side_by_side(
    node: str, name: str, texts: list[tuple[str, str]]
) -> Iterator[tuple[float, float]]:
    """(ours, theirs) of each round; nothing where the other checker is not installed."""
    command = [node, PROGRAM, name, *(path for _, path in texts)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, text=True, bufsize=1, **pipes) as other:
        begun = time.monotonic()
        for number in range(UNCOUNTED + ROUNDS):
            own = statistics.mean(_round(texts) for _ in range(TURN))
            with suppress(BrokenPipeError):
                other.stdin.write("\n")
            answer = other.stdout.readline()
            slow = time.monotonic() - begun > MINUTE
            if not answer:
                break
            if number >= UNCOUNTED or slow:
                yield own, float(answer)
            if slow:
                break
        with suppress(BrokenPipeError):
            other.stdin.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "site"))
