"""Measures printing: python benchmarks/print.py [PAGES ...]

For each number of pages on paper (200 and 1000) it prints a book of about so many, with a pathway
on every fifth, by Handrail and, in the same run, by WeasyPrint and headless Chromium (Linux), which
get the same pages as plain HTML: no contents, no numbers of pages, no gate for lost words. Where
one of them cannot run it says so. Then it prints 100 sheets, again those that have not changed, and
"bare" ones, as the two engines make them without Handrail: the same names, steps and addresses with
the drawing that merman makes of the same Mermaid, fitted and tagged by Typst alone: it sets the
words in smaller and smaller type until what is left holds the drawing. They lack all that a sheet
has beside, and nobody looks whether they can be read. Times are seconds of CPU from when the pages
are read, each in a process of its own; judge the ratios, which hold on any machine.
"""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHEETS = 100
SHARE = 0.3
"""Pages of the corpus to a page on paper, about."""
BARE = """\
#let data = json("data.json")
#set document(title: data.title)
#set page(margin: 12mm, footer: data.address)
#set text(lang: "en", font: "Atkinson Hyperlegible Next")
#let words = {
  [= #data.title]
  [== Steps]
  enum(..data.steps.map(((agency, words)) => [*#agency.* #words]))
}
#layout(room => {
  let best = none
  for size in (11pt, 10pt, 9pt, 8pt) {
    let left = room.height - measure(width: room.width, block(text(size, words))).height
    best = (size: size, height: calc.max(40mm, left - 5mm))
    if left > 150mm { break }
  }
  set text(best.size)
  words
  align(center, image(bytes(data.drawing), format: "svg", height: best.height, alt: data.title))
})
"""
STYLE = "@page { size: A4; margin: 25mm } body { font: 11.5pt sans-serif } svg { max-width: 100% }"


def main(sizes: list[int]) -> None:
    """Print a table: a line for each engine and size, then those for the sheets."""
    print(f"{'':14} {'seconds':>9} {'memory':>8} {'pages':>6} {'files':>8}")
    for size in sizes:
        _compare(["handrail", *OTHERS], round(size * SHARE))
    _compare(["bare sheets", "sheets", "sheets again"], SHEETS * 4)


def _compare(works: list[str], count: int) -> None:
    from corpus import write_corpus

    with tempfile.TemporaryDirectory() as folder:
        write_corpus(Path(folder, "docs"), count)
        for work in works:
            reason = _hindrance(work)
            if reason:
                print(f"{work:14} was not measured: {reason}")
                continue
            seconds, megabytes = _run(work, folder)
            pages, size = _weigh(Path(folder, work.split()[0]))
            print(f"{work:14} {seconds:8.1f}s {megabytes:5.0f} MB {pages:6} {size:5.1f} MB")


def _hindrance(work: str) -> str:
    """Why a work cannot be done on this machine; empty where it can."""
    if work not in OTHERS:
        return ""
    package, test, rest = OTHERS[work]
    if not find_spec(package):
        return f"{package} is not installed (pip install {package})"
    done = subprocess.run([sys.executable, "-c", test], capture_output=True, env=_environment())
    return rest if done.returncode else ""


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT / "tests")}


def _run(work: str, folder: str) -> list[float]:
    """Seconds of CPU and megabytes at most of a process that does the work."""
    done = subprocess.run([sys.executable, __file__, work, folder], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{work}: {done.stderr}")
    return json.loads(done.stdout)


def _weigh(folder: Path) -> tuple[int, float]:
    """Pages and megabytes of the PDFs in a folder."""
    from pypdfium2 import PdfDocument

    files = list(folder.iterdir())
    return sum(len(PdfDocument(file)) for file in files), sum(f.stat().st_size for f in files) / 1e6


def work(name: str, folder: Path) -> None:
    """What a process of its own does: read the pages, then print them in one way."""
    sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]
    from protocol import handbook

    from handrail.handbook import Entry

    docs = folder / "docs"
    files = {f.relative_to(docs).as_posix(): f.read_text("utf-8") for f in sorted(docs.rglob("*"))
             if f.is_file()}  # fmt: skip
    menu = tuple(Entry("", uri) for uri in files)
    out = folder / name.split()[0]
    out.mkdir(exist_ok=True)
    prepare, do = WORKS[name]
    given = prepare(handbook(files, menu=menu, url="https://example.org/"))
    reading, _ = _used()
    below = do(given, folder, out) or [0, 0]
    seconds, megabytes = _used()
    print(json.dumps([seconds - reading + below[0], megabytes + below[1]]))


def _used() -> list[float]:
    """Seconds of CPU and megabytes at most of this process."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    unit = 1_000 if sys.platform == "linux" else 1_000_000
    return [usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit]


def _used_below(pid: int) -> list[float]:
    """The same of all processes that a process has started (Linux)."""
    total = [0.0, 0.0]
    for name in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        fields = Path(f"/proc/{name}/stat").read_text().rpartition(") ")[2].split()
        most = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{name}/status").read_text())
        ticks = int(fields[11]) + int(fields[12])
        below = _used_below(int(name))
        total[0] += ticks / os.sysconf("SC_CLK_TCK") + below[0]
        total[1] += int(most[1]) / 1000 + below[1]
    return total


def _whole(protocol):
    """Nothing is to be made ready."""
    return protocol


def _press(folder: Path):
    from handrail.publish.press import Press

    return Press(ROOT / "overrides/print", folder / "docs", folder / "kept")


def _book(protocol, folder: Path, out: Path) -> None:
    from handrail.publish.book import print_book

    (out / "book.pdf").write_bytes(print_book(protocol, _press(folder)))


def _pathways(protocol) -> list:
    return [page for page in protocol.pages if page.type == "pathway"][:SHEETS]


def _sheets(protocol, folder: Path, out: Path) -> None:
    from handrail.publish.sheets import print_sheet

    press = _press(folder)
    for number, page in enumerate(_pathways(protocol)):
        (out / f"{number}.pdf").write_bytes(print_sheet(protocol, page, press))


def _plain(protocol) -> list[dict]:
    """What a bare sheet is made of, for each."""
    from handrail.draw.words import put_into_words
    from handrail.mermaid import draw

    found = []
    for page in _pathways(protocol):
        diagram = protocol.diagrams_of(page)[0]
        groups = put_into_words(diagram).groups
        found.append({
            "title": page.title,
            "drawing": draw(diagram.source),
            "steps": [[group.name, step.step.text] for group in groups for step in group.steps],
            "address": protocol.url + page.uri,
        })  # fmt: skip
    return found


def _bare_sheets(sheets: list[dict], folder: Path, out: Path) -> None:
    import typst

    fonts = typst.Fonts(False, False, [str(ROOT / "overrides/print/fonts")])
    for number, sheet in enumerate(sheets):
        files = {"main.typ": BARE.encode(), "data.json": json.dumps(sheet).encode()}
        pdf = typst.compile(files, font_paths=fonts, format="pdf", pdf_standards=["ua-1"])
        (out / f"{number}.pdf").write_bytes(pdf)


def _html(protocol) -> str:
    pages = (document.source for document in protocol.rendered.values())
    return f"<!doctype html><style>{STYLE}</style>" + "".join(pages)


def _weasyprint(html: str, folder: Path, out: Path) -> None:
    import weasyprint

    weasyprint.HTML(string=html).write_pdf(out / "book.pdf", pdf_variant="pdf/ua-1")


def _chromium(html: str, folder: Path, out: Path) -> list[float]:
    """Prints with the browser, and says what its processes used."""
    from browser import chromium

    with chromium() as browser:
        page = browser.new_page()
        page.set_content(html)
        page.pdf(path=out / "book.pdf", prefer_css_page_size=True, tagged=True)
        return _used_below(os.getpid())


WORKS = {
    "handrail": (_whole, _book), "weasyprint": (_html, _weasyprint), "chromium": (_html, _chromium),
    "bare sheets": (_plain, _bare_sheets), "sheets": (_whole, _sheets),
    "sheets again": (_whole, _sheets),
}  # fmt: skip
"""What each work makes ready of the protocol, and what it then does with it."""
OTHERS = {
    "weasyprint": ("weasyprint", "import weasyprint", "it needs Pango, which is not installed"),
    "chromium": ("playwright", "from browser import chromium\nwith chromium(): pass",
                 "it needs Chromium, which is not installed"),
}  # fmt: skip
"""Each other engine: its package, code that fails where the engine cannot start, and why then."""


if __name__ == "__main__":
    if sys.argv[1:] and not sys.argv[1].isdigit():
        work(sys.argv[1], Path(sys.argv[2]))
    else:
        main([int(size) for size in sys.argv[1:]] or [200, 1000])
