"""Measures first views on an old PC and a slow line: python benchmarks/page.py [SITE]

Builds the protocol in `docs/`, or takes the folder of a site that is built, serves it packed as the
settings for servers ask, and opens one page of each kind in headless Chromium with nothing kept,
the processor slowed four times, and a line of 1.6 Mbit/s that answers after 150 ms. It prints how
much came over the line, when the first words stood there, how far anything moved after that, and
how far the page is wider than a screen of 320 pixels. The least of the times is that of a machine
which had nothing else to do.
"""

from __future__ import annotations

import gzip
import mimetypes
import subprocess
import sys
import tempfile
import threading
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).parent.parent
SLOWED, BITS, WAIT = 4, 1_600_000, 150
TIMES = 5
PAGES = (
    "", "pathways/", "pathways/mental-health-crisis/", "champions/", "agencies/hospital/",
    "legislation/children-act-1989/", "legislation/", "glossary/", "nowhere/",
)  # fmt: skip
PACKED = ("text/", "application/json", "image/svg", "application/javascript")
# What moved without anybody having done something, and when the first words were drawn.
WATCH = """
window.moved = [];
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) if (!shift.hadRecentInput) moved.push(shift);
}).observe({ type: "layout-shift", buffered: true });
"""
FIGURES = """async () => {
  const drawn = () => performance.getEntriesByName("first-contentful-paint")[0];
  while (!drawn()) await new Promise(requestAnimationFrame);
  return {
    words: drawn().startTime,
    moved: moved.reduce((sum, shift) => sum + shift.value, 0),
    movers: moved.flatMap((shift) => shift.sources.map(({ node }) =>
      node?.nodeType === 1 ? `${node.localName}.${node.getAttribute("class")}` : "words")),
  };
}"""


def main(site: Path) -> None:
    """Measure and print."""
    sys.path.append(str(ROOT / "tests"))
    from browser import chromium

    mimetypes.add_type("font/woff2", ".woff2")
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    heads = f"{'requests':>9}{'kB':>5}{'words, middle and least':>26}{'moved':>8}{'wide':>9}"
    print(f"{'page':<32}{heads}")
    with chromium() as browser:
        for path in PAGES:
            _say(path, [_measure(browser, address + path) for _ in range(TIMES)])
    server.shutdown()


def _say(path: str, runs: list[dict]) -> None:
    middle = sorted(runs, key=lambda run: run["words"])[TIMES // 2]
    least = min(run["words"] for run in runs)
    most = max(runs, key=lambda run: run["moved"])
    print(
        f"{path or '(front page)':<32}{middle['requests']:>9}{middle['bytes'] / 1000:>5.0f}"
        f"{middle['words']:>14.0f} ms{least:>6.0f} ms{most['moved']:>8.3f}{middle['wide']:>6} px"
        + (f"  {' '.join(sorted(set(most['movers'])))}" if most["movers"] else "")
    )


def _measure(browser, address: str) -> dict:
    """One first view, without anything that an earlier one left."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        context.add_init_script(WATCH)
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
        line = {"downloadThroughput": BITS / 8, "uploadThroughput": BITS / 8, "latency": WAIT}
        session.send("Network.emulateNetworkConditions", {"offline": False, **line})
        sizes = []
        session.on("Network.loadingFinished", lambda done: sizes.append(done["encodedDataLength"]))
        page.goto(address, wait_until="networkidle")
        figures = page.evaluate(FIGURES)
        session.send("Network.emulateNetworkConditions", {"offline": False, "latency": 0,
                     "downloadThroughput": -1, "uploadThroughput": -1})  # fmt: skip
        page.set_viewport_size({"width": 320, "height": 640})
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        return {**figures, "requests": len(sizes), "bytes": sum(sizes), "wide": wide}


def _handler(site: Path) -> type[BaseHTTPRequestHandler]:
    @cache
    def packed(path: Path) -> bytes:
        return gzip.compress(path.read_bytes(), 6)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            path = site / self.path.partition("?")[0].lstrip("/")
            path = path / "index.html" if path.is_dir() else path
            status = 200 if path.is_file() else 404
            path = path if status == 200 else site / "404.html"
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            packs = kind.startswith(PACKED)
            body = packed(path) if packs else path.read_bytes()
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            if packs:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            """Say nothing: the figures are what is read."""

    return Handler


if __name__ == "__main__":
    if sys.argv[1:]:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            build = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", f"{folder}/site"]
            subprocess.run(build, cwd=ROOT, check=True)
            main(Path(folder, "site"))
