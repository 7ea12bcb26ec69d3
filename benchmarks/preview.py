"""Measures the preview: python benchmarks/preview.py [PAGES ...]

For each number of pages (300 and 1000) it writes a protocol, starts `mkdocs serve`, opens a page in
headless Chromium, saves that page several times with a new sentence and a broken link, and prints
the seconds from the save until the sentence and the finding stand on the screen. Some saves follow
the last one at once, while the rest of the site is still brought up to date. Times are those of a
clock, because that is what a writer waits for: see what else the machine does meanwhile.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus import write_corpus

ROOT = Path(__file__).parent.parent
PAUSES = (8, 8, 8, 0.2, 0.2, 8, 1, 1)
"""Seconds before each save."""
SHOWN = "words => words.every(word => document.body?.innerText.includes(word))"


def main(counts: list[int]) -> None:
    """Print the times for each number of pages."""
    sys.path.append(str(ROOT / "tests"))
    from projects import make_project

    for count in counts or [300, 1000]:
        with tempfile.TemporaryDirectory() as folder:
            project = make_project(Path(folder, "protocol"), {})
            write_corpus(project / "docs", count)
            with _preview(project) as (address, seconds):
                print(f"{count} pages: {seconds:.0f} s until the first page")
                times = list(_saves(project, address))
        waits = " ".join(f"{each:.2f}" for each in times)
        print(f"  saves: {waits} s; the longest {max(times):.2f} s")
        print(f"  load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


@contextmanager
def _preview(project: Path) -> Iterator[tuple[str, float]]:
    """(address, seconds it took to start) of a running preview."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    start = time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, cwd=project, env=_environment(), **quiet)
    try:
        while socket.socket().connect_ex(("127.0.0.1", port)):
            if process.poll() is not None:
                raise SystemExit("The preview did not start.")
            time.sleep(0.2)
        yield f"http://127.0.0.1:{port}/", time.perf_counter() - start
    finally:
        process.terminate()
        process.wait()


def _environment() -> dict[str, str]:
    return os.environ | {"NO_MKDOCS_2_WARNING": "1"}


def _saves(project: Path, address: str) -> Iterator[float]:
    """Seconds from each save of a page until the browser shows it."""
    from browser import chromium

    file = sorted((project / "docs/sections").glob("*.md"))[0]
    text = file.read_text("utf-8")
    with chromium() as browser:
        page = browser.new_page()
        page.goto(f"{address}sections/{file.stem}/")
        for number, pause in enumerate(PAUSES):
            time.sleep(pause)
            start = time.perf_counter()
            file.write_text(f"{text}\nSentence {number} is [new](gone-{number}.md).\n", "utf-8")
            words = [f"Sentence {number} is new", f"gone-{number}.md"]
            page.wait_for_function(SHOWN, arg=words, polling=10, timeout=120_000)
            yield time.perf_counter() - start


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]])
