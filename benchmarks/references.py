"""Measures cross-references: python benchmarks/references.py [PAGES]

Writes a sound protocol with 12 links on each page, to pages, headings, pictures and footnotes, in
Markdown and in HTML, and measures in seconds of CPU what judging all of them, with the lists and
maps made of them, adds to the rendering of the pages. Where mkdocs-htmlproofer-plugin is installed,
what that adds to a plain build of the same pages is measured beside it; it is given no addresses of
other websites to ask.
"""

from __future__ import annotations

import json
import random
import re
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from build import _build, _full, _plain
from corpus import _page, _sentence, _write

LINKS = 12
"""Links on each page."""
PARTS = 5
"""Headings on each page that links lead to."""
FOLDERS = ("sections", "processes", "practice", "training")
PICTURE = "assets/door.svg"


def main(count: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_linked(folder / "docs", count)
        (folder / "mkdocs.yml").write_text(_timed(), "utf-8")
        seconds = folder / "seconds.json"
        (folder / "plain.yml").write_text(_plain(), "utf-8")
        proofer = "plugins:\n  - htmlproofer:\n      validate_external_urls: false\n"
        (folder / "proofer.yml").write_text(_plain().replace("plugins:\n", proofer), "utf-8")
        _build(folder, "mkdocs.yml", {"HANDRAIL_SECONDS": str(seconds)})
        took = json.loads(seconds.read_text("utf-8"))
        print(f"{count} pages, {took['links']} links, {took['findings']} findings")
        for part, value in took["parts"].items():
            print(f"  {part:20} {value:6.2f} s")
        total = sum(took["parts"].values())
        print(f"  {'all':20} {total:6.2f} s")
        if find_spec("htmlproofer") is None:
            print("mkdocs-htmlproofer-plugin is not installed here")
            return
        plain = _build(folder, "plain.yml", {}).seconds
        added = _build(folder, "proofer.yml", {}).seconds - plain
        print(f"mkdocs-htmlproofer-plugin adds {added:.2f} s, {added / total:.0f} times as much")


def _timed() -> str:
    """This project's settings with the stopwatch after all that cross-references need."""
    text = re.sub(r"  - \S+/benchmarks/stopwatch\.py\n", "", _full())
    hook = f"  - {Path(__file__).parent / 'stopwatch_references.py'}\n"
    return re.sub(r"(  - \S+/hooks/refer\.py\n)", rf"\1{hook}", text)


def write_linked(docs: Path, count: int) -> None:
    """Write `count` pages with `LINKS` links each into `docs`. The same count gives the same."""
    rng = random.Random(11)
    uris = ["index.md", *(f"{FOLDERS[n % 4]}/page-{n:04}.md" for n in range(1, count))]
    _write(docs / PICTURE, '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>\n')
    for number, uri in enumerate(uris):
        _write(docs / uri, _page(f"Topic {number}", "section", _linked(rng, number, uris)))


def _linked(rng: random.Random, number: int, uris: list[str]) -> str:
    up = "" if number == 0 else "../"
    targets = [(number + 1) % len(uris), *(rng.randrange(len(uris)) for _ in range(LINKS - 4))]
    words = [f"topic {target}" for target in targets]
    links = [
        f"[{said}]({up}{uris[target]}{'' if place % 2 else f'#part-{rng.randrange(PARTS)}'})"
        for place, (target, said) in enumerate(zip(targets, words, strict=True))
    ]
    last = uris[targets[-1]]
    way = ("" if number == 0 else "../../") + ("" if last == "index.md" else f"{last[:-3]}/")
    links += [
        f"![The door of the office]({up}{PICTURE})",
        f'<a href="{way or "./"}">topic {targets[-1]}</a>',
        "[the first part](#part-0)",
    ]
    parts = [f"# Topic {number}", "Some words that have a note[^1].", "[^1]: What the note says."]
    for part in range(PARTS):
        own = links[part::PARTS]
        parts += [f"## Part {part} {{#part-{part}}}", *(f"{_sentence(rng)} See {x}." for x in own)]
        parts += [" ".join(_sentence(rng) for _ in range(4)) for _ in range(2)]
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
