"""Measures the check of HTML: python benchmarks/checkers.py [SITE]

Checks the pages of a published site (`site`) that are nearest to 65 KB with every rule for HTML,
on one core, and prints the time for a page. Beside it, in the same run, it measures html-validate,
and axe-core in jsdom, where Node finds them: `npm install html-validate axe-core jsdom` in a
folder, and NODE_PATH=FOLDER/node_modules. html-validate is measured with the rules that it
recommends, which look at all of HTML, and with those for accessibility alone, fewer than ours.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

from handrail.html import parse_whole
from handrail.rules import check_document

SIZE, PAGES, ROUNDS = 65_000, 12, 15
OTHERS = Path(__file__).parent / "checkers.cjs"


def main(site: Path) -> None:
    """Choose the pages, measure and print."""
    every = sorted(site.rglob("*.html"), key=lambda path: abs(path.stat().st_size - SIZE))
    pages = every[:PAGES]
    if not pages:
        sys.exit(f"There is no HTML file in {site}. Build the site first: handrail build")
    size = sum(path.stat().st_size for path in pages)
    share = 1000 * SIZE / size
    ours = _seconds(pages) * share
    print(f"pages                    {len(pages)} of {size / len(pages) / 1000:.0f} KB each, about")
    print("time for 65 KB, one core")
    print(f"  Handrail               {ours:8.1f} ms")
    for name, seconds in _others(pages).items():
        theirs = seconds * share
        print(f"  {name:<22} {theirs:8.1f} ms, {theirs / ours:.0f} times as long")


def _seconds(pages: list[Path]) -> float:
    """Seconds of processor for all pages: the best round, as for the others."""
    texts = [(path.read_text("utf-8"), path.as_posix()) for path in pages]
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        for text, path in texts:
            check_document(parse_whole(text, path))
        best = min(best, time.process_time() - start)
    return best


def _others(pages: list[Path]) -> dict[str, float]:
    """Seconds by name of the program; empty, with a word, where there is no Node."""
    node = shutil.which("node")
    if node is None:
        print("  others                 not measured: there is no Node here")
        return {}
    done = subprocess.run([node, OTHERS, str(ROUNDS), *pages], capture_output=True, text=True)
    sys.stderr.write(done.stderr)
    return json.loads(done.stdout) if done.returncode == 0 else {}


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "site"))
