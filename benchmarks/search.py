"""Measures the search: python benchmarks/search.py [PAGES], once the site is built (`make site`)

Fills up the protocol in `docs/` to so many pages (300) with pages of its own words in chance order,
which no compression makes smaller than real ones. Then it puts the queries of
`tests/search-queries.md` into the search in headless Chromium, and types every third of them on a
processor slowed four times. It prints how large the index is, how many queries had a right page
among the first three, and how long after each key the results stood there.
"""

from __future__ import annotations

import gzip
import random
import re
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from handrail.address import page_address
from handrail.read.folder import sources_below
from handrail.search.index import PATH, search_index

ROOT = Path(__file__).parent.parent
SLOWED = 4
LINK = ".md-search-result__link"
FRONT = "---\ntitle: {}\ndescription: {}\ntype: section\nalso_called: [{}]\n---\n"
# From the moment a key changes the field until the browser has drawn what it changed.
MEASURE = """() => {
  window.times = [];
  document.querySelector('.md-search__input').addEventListener('input', () => {
    const start = performance.now();
    requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - start)));
  }, { capture: true });
}"""


def main(count: int) -> None:
    """Make the site, measure it and print the figures."""
    sys.path.append(str(ROOT / "tests"))
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        if not (ROOT / "site" / PATH).is_file():
            sys.exit("There is no published site. Build it first: handrail build")
        script = _write_site(site, count)
        engine = next((site / PATH).parent.glob("search-engine.*js")).read_bytes()
        print(f"pages                       {count}")
        print(f"index, compressed           {len(gzip.compress(script)) / 1000:.0f} kB")
        print(f"engine, compressed          {len(gzip.compress(engine)) / 1000:.0f} kB")
        _measure(site)


def _write_site(site: Path, count: int) -> bytes:
    """The published site, with the index of so many pages; answers the index."""
    from protocol import handbook

    files = {
        uri: data.decode() for _, uri, data in sources_below(ROOT, ROOT / "docs")
    }
    files |= dict(_more_pages(" ".join(files.values()), count - len(files)))
    script = search_index(handbook(files)).encode()
    shutil.copytree(ROOT / "site/assets", site / "assets")
    shutil.copy(ROOT / "site/index.html", site)
    (site / PATH).write_bytes(script)
    return script


def _more_pages(text: str, count: int):
    """(path, Markdown) of pages of the same words in chance order."""
    rng = random.Random(7)
    known = re.findall(r"[A-Za-z']{2,}", text)

    def some(number: int) -> str:
        return " ".join(rng.choices(known, k=number)).capitalize()

    for number in range(count):
        also = ", ".join(some(2) for _ in range(8))
        parts = [f"## {some(4)}\n\n{some(110)}.\n" for _ in range(6)]
        front = FRONT.format(f"{some(4)} {number}", some(16), also)
        yield f"more/page-{number}.md", f"{front}\n# Page\n\n" + "\n".join(parts)


def _measure(site: Path) -> None:
    from browser import chromium, serve

    text = (ROOT / "tests/search-queries.md").read_text("utf-8")
    queries = re.findall(r"^\| (?!Query)([^|\n]+?) \| ([^|\n]+?\.md) \|$", text, re.MULTILINE)
    with chromium() as browser, serve(site) as address:
        page = browser.new_page()
        page.goto(f"{address}/index.html")
        page.keyboard.press("f")
        page.keyboard.type("parent")
        page.wait_for_selector(LINK)
        hits = sum(_is_found(page, query, pages) for query, pages in queries)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
        page.evaluate(MEASURE)
        for query, _ in queries[::20]:
            page.fill(".md-search__input", "")
            page.keyboard.type(query, delay=60)
        times = page.evaluate("times")
    print(f"a right page in first three {hits} of {len(queries)} queries")
    middle, most = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    print(f"keys typed, slowed {SLOWED} times  {len(times)}")
    print(f"from key to drawn results   {middle:.0f} ms in the middle, {most:.0f} ms for 19 of 20, "
          f"{max(times):.0f} ms at most")  # fmt: skip


def _is_found(page, query: str, pages: str) -> bool:
    page.fill(".md-search__input", query)
    first = page.eval_on_selector_all(LINK, "links => links.slice(0, 3).map(l => l.pathname)")
    return not {f"/{page_address(uri.strip())}" for uri in pages.split(",")}.isdisjoint(first)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 300)
