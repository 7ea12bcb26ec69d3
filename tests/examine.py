"""Examines every page of a published site with axe-core in Chromium, and keeps the results for the
accessibility statement: `python tests/examine.py site audit.json`, or `make audit`."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from audit import AXE, audit
from browser import chromium, serve
from playwright.sync_api import Browser

from handrail.audit import Examination, Failure
from handrail.read.audit import with_examination
from handrail.today import today

WIDTHS = 1280, 320
HOW = (
    "Each page as published, in Chromium, in light and dark colours, 1280 and 320 pixels wide, "
    "with everything unfolded, by the rules for WCAG 2.0 to 2.2 A and AA and good practice"
)


def examine(site: Path, browser: Browser) -> Examination:
    """What axe-core finds in each page of a published site, each fault of a page once."""
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    with serve(site) as address:
        found = {
            failure: None
            for palette in ("light", "dark")
            for failure in _failures(browser, address, pages, palette)
        }
    name = f"axe-core {re.search(r'axe v([0-9.]+)', AXE)[1]}"
    return Examination(name, HOW, today(os.environ), len(pages), failures=tuple(found))


def _failures(browser: Browser, address: str, pages: list[str], palette: str) -> Iterator[Failure]:
    with browser.new_context(color_scheme=palette, reduced_motion="reduce") as context:
        page = context.new_page()
        for uri in pages:
            page.goto(f"{address}/{uri}")
            page.evaluate("document.querySelectorAll('details').forEach(box => box.open = true)")
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                for said in (said for kind in audit(page) for said in kind):
                    rule, _, what = said.partition(": ")
                    yield Failure(rule, uri, what)


if __name__ == "__main__":
    site, file = map(Path, sys.argv[1:3])
    with chromium() as browser:
        done = examine(site, browser)
    text = file.read_text("utf-8") if file.is_file() else None
    file.write_text(with_examination(text, done), "utf-8")
    print(f"{done.pages} pages examined by {done.by}: {len(done.failures)} failures, in {file}")
