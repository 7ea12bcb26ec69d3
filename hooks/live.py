"""A preview that keeps up: what hook files know of the server of MkDocs or ProperDocs.

A save of pages that exist already is shown in two steps. First the saved pages are read, checked
and written, and browsers show them. Then, unless something is saved meanwhile, the rest of the site
is brought up to date with them. Everything else, such as a new page or other settings, is built
anew as the program does it.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path

from watchdog.events import FileSystemEventHandler

import bridge
import voice
from handrail.publish.pages import page_view
from handrail.publish.search import write_index
from handrail.read.protocol import read_protocol
from handrail.render.diagrams import is_for_browser
from handrail.render.extension import without_places
from handrail.report import FORMATS, summary
from handrail.rules import RULES, allowed, found_again, run_rule

REST = 0.4
"""Seconds without a save before the rest of the site is brought up to date."""
_TOLD = frozenset(("created", "modified", "moved", "deleted"))
_PROBLEM = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Not built</title>
<style>body{{font:1.2rem/1.5 sans-serif;max-width:45rem;margin:3rem auto;padding:0 1rem}}
pre{{white-space:pre-wrap;border-left:.4rem solid #b00020;padding-left:1rem}}</style></head>
<body><h1>The preview cannot show this yet</h1><pre role="alert">{}</pre>
<p>Mend it and save: this page then comes back by itself.</p></body></html>"""


_latest: list[tuple] = []  # settings, files and templates of the last whole build


def keep(config, files, env) -> None:
    """Remember a whole build, which is about to write its pages."""
    _latest[:] = [(config, files, env)]


class Live:
    """The running preview."""

    def __init__(self, server, builder):
        # Takes a while to load, and every build loads this file.
        from watchdog.observers import Observer

        self._server, self._build_all = server, builder
        self._problem = ""
        self._seen, self._fresh = self._snapshot(), True
        self._begin()
        server.builder, server.build_delay = self.rebuild, 0.05
        server.set_app(self._answer)
        # The server looks for saves twice a second, which works on any disk. Most systems tell of
        # them at once.
        self._observer = Observer()
        for path in server._watched_paths:
            self._observer.schedule(_Told(server), path, recursive=True)
        self._observer.start()

    def rebuild(self) -> None:
        """Called by the server whenever something may have been saved."""
        now = self._snapshot()
        # More is watched once the server runs than when the preview began.
        before, self._seen = (now | self._seen if self._fresh else self._seen), now
        self._fresh = False
        changed = dict(before.items() ^ self._seen.items())
        with self._surviving():
            pages = self._pages(changed)
            known = before.keys() == self._seen.keys() and len(pages) == len(changed)
            if changed and (self._problem or not known or not self._refresh(pages)):
                self._problem = ""
                self._build_all()
                self._begin()
                return
            # Nothing new is to come, unless the rest of the site turns out to have changed too: who
            # asks meanwhile has what there is.
            self._show(self._server._visible_epoch)
            if not self._settled and not self._saved(REST):
                self._settle()
            self._write_manual()

    def _refresh(self, pages: list) -> bool:
        """Show saved pages. False where they need more than their own reading and writing."""
        self._settled = False
        config, files, _ = _latest[0]
        state = bridge.build(config)
        uris = frozenset(page.file.src_uri for page in pages)
        state.said[:] = [said for said in state.said if not any(f"'{uri}'" in said for uri in uris)]
        bridge.update(config, **read_protocol(bridge.sources(files, config)))
        for page in pages:
            bridge.host(config, "commands.build")._populate_page(page, config, files)
        if not Path(config.site_dir, bridge.SCRIPT).is_file() and any(
            is_for_browser(state.rendered[uri]) for uri in uris
        ):
            return False
        menu, known = bridge.menu(state.nav.items), state.handbook.menu
        bridge.update(config, menu=known if menu == known else menu, said=tuple(state.said))
        bridge.complete(config, files, uris)
        paths = frozenset(state.handbook.page[uri].path for uri in uris)
        state.found = found_again(state.handbook, state.found, paths)
        state.findings = allowed(state.found, state.handbook)
        for uri in uris:
            self._write(uri)
        self._say(paths)
        self._show(self._server._wanted_epoch)
        return True

    def _settle(self) -> None:
        """Bring every page up to date, as far as nothing else is saved."""
        config, files, _ = _latest[0]
        state = bridge.build(config)
        written = bridge.complete(config, files, self._until_saved(state.rendered))
        found = [f for rule in self._until_saved(RULES) for f in run_rule(rule, state.handbook)]
        if self._saved():
            return
        known, state.found = state.findings, found
        state.findings = allowed(found, state.handbook)
        if state.findings != known:
            self._say()
        pages = self._until_saved(state.rendered)
        stale = [uri for uri in pages if self._look(uri) != state.looks.get(uri)]
        for uri in self._until_saved(stale):
            self._write(uri)
        if self._saved():
            return
        write_index(Path(config.site_dir), state.handbook, config.use_directory_urls)
        for uri, content in self._until_saved(bridge.made(config, written)):
            data = content.encode() if isinstance(content, str) else content
            path = Path(config.site_dir, uri)
            if not path.is_file() or path.read_bytes() != data:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
        self._settled = not self._saved()
        if stale:
            self._show(bridge.host(config, "livereload")._timestamp())

    def _write(self, uri: str) -> None:
        """Write one page with what is known now."""
        config, files, env = _latest[0]
        state = bridge.build(config)
        page = files.get_file_from_path(uri).page
        page.content = without_places(state.completed[uri].source)
        state.looks[uri] = self._look(uri)
        write = bridge.host(config, "commands.build")._build_page
        write(page, config, files.documentation_pages(), state.nav, env)

    def _look(self, uri: str) -> tuple:
        """All that a page is made of and that a save may change."""
        state = bridge.build(_latest[0][0])
        path = state.handbook.page[uri].path
        own = [finding for finding in state.findings if finding.place.path == path]
        view = page_view(state.handbook, uri, own, state.prints)
        return state.completed[uri].source, view, state.handbook.menu

    def _begin(self) -> None:
        """Start from a whole build."""
        state = bridge.build(_latest[0][0])
        state.looks = {uri: self._look(uri) for uri in state.completed}
        # The pages of the rules that found something come first.
        found = {finding.rule for finding in state.findings}
        self._manual = sorted(state.manual.texts, key=lambda uri: Path(uri).stem in found)
        self._settled = True
        self._server._want_rebuild = True

    def _write_manual(self) -> None:
        """Write the manual, which the boxes on pages link to, while there is nothing else to do."""
        while self._manual and not self._saved():
            bridge.build(_latest[0][0]).manual.write(self._manual.pop())

    def _say(self, last: frozenset[str] = frozenset()) -> None:
        """Say at the terminal what the pages say; of some files last, where it is seen first.

        An editor that follows this takes the first line and the summary for begin and end.
        """
        every = bridge.build(_latest[0][0]).findings
        ordered = sorted(every, key=lambda finding: finding.place.path in last)
        sys.stderr.write(f"Checked again.\n{FORMATS['text'](ordered)}{summary(every)}\n")

    def _show(self, epoch: int) -> None:
        """Let browsers load what has been written: those that wait, and those that show an earlier
        epoch."""
        with self._server._epoch_cond:
            self._server._visible_epoch = self._server._wanted_epoch = epoch
            self._server._epoch_cond.notify_all()

    def _saved(self, seconds: float = 0) -> bool:
        """True as soon as something else has been saved, or the preview ends."""
        server = self._server
        with server._rebuild_cond:
            return server._rebuild_cond.wait_for(
                lambda: server._want_rebuild or server._shutdown, seconds
            )

    def _until_saved(self, items: Iterable) -> Iterator:
        for item in items:
            if self._saved():
                return
            yield item

    def _snapshot(self) -> dict[str, tuple[int, int]]:
        """Time and size of every file that is watched."""
        found = {}
        for path in self._server._watched_paths:
            for name in _files(path):
                try:
                    state = os.stat(name)
                except OSError:  # gone meanwhile
                    continue
                found[name] = (state.st_mtime_ns, state.st_size)
        return found

    def _pages(self, changed: Iterable[str]) -> list:
        """The pages of the site among the files that changed."""
        files = _latest[0][1].documentation_pages()
        pages = {file.abs_src_path: file.page for file in files}
        return [pages[path] for path in changed if path in pages]

    @contextmanager
    def _surviving(self) -> Iterator[None]:
        """Nothing that goes wrong ends the preview: it is said here and in the browser."""
        heard, logger = _Heard(), voice.logger(_latest[0][0])
        logger.addHandler(heard)
        try:
            yield
        except (Exception, SystemExit) as error:
            if type(error) is SystemExit:  # somebody ends the preview; the program's own are others
                raise
            self._problem = "\n".join(heard.errors) or f"{error}".strip() or type(error).__name__
            if not heard.errors:
                print(f"ERROR - {self._problem}", file=sys.stderr)
        finally:
            logger.removeHandler(heard)

    def _answer(self, environ, start_response):
        """What a browser gets: the site, or what stands in its way."""
        asked = environ["PATH_INFO"]
        is_page = asked.endswith(("/", ".html")) and not asked.startswith("/livereload/")
        if not (self._problem and is_page):
            return self._server.serve_request(environ, start_response)
        page = _PROBLEM.format(escape(self._problem)).encode()
        start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
        return [self._server._inject_js_into_html(page, self._server._visible_epoch)]


def _files(path: str) -> Iterator[str]:
    """A file, or all files of a folder."""
    if os.path.isfile(path):
        yield path
    for folder, _, names in os.walk(path):
        yield from (os.path.join(folder, name) for name in names)


class _Told(FileSystemEventHandler):
    def __init__(self, server):
        self._server = server

    def on_any_event(self, event) -> None:
        if event.event_type in _TOLD and not event.is_directory:
            with self._server._rebuild_cond:
                self._server._want_rebuild = True
                self._server._rebuild_cond.notify_all()


class _Heard(logging.Handler):
    def __init__(self):
        super().__init__(logging.ERROR)
        self.errors: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.errors.append(record.getMessage())
