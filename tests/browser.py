"""Headless Chromium and a plain static server, for tests that look at the site as readers do."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

# Without these, Chromium itself calls home at each start.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser that the system has, best in the form without windows, which takes half the
    processor's time."""
    names = ("chromium-headless-shell", "chromium", "chromium-browser")
    with sync_playwright() as playwright:
        path = next(filter(None, map(shutil.which, names)), None)
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


def add_style(page: Page, css: str) -> None:
    """Give a page a style sheet as readers' own programs do, which no policy of a page stops."""
    page.evaluate(
        """css => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(css);
            document.adoptedStyleSheets.push(sheet);
        }""",
        css,
    )


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """The address of a plain static server that knows nothing but the files of `folder`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Say nothing: the tests' output is for tests."""
