"""Step 3, read: pages, diagrams and registers, each with its places."""

import os
from pathlib import Path

import bridge
from handrail.audit import FILE as AUDIT
from handrail.git import CannotCompare, changed_since
from handrail.page import Page
from handrail.publish.made import made_uris
from handrail.read.audit import read_audit
from handrail.read.pages import read_page
from handrail.read.protocol import read_protocol


def on_files(files, config):
    since = os.environ.get(bridge.SINCE, "")
    before = _pages_at(since, config) if since else {}
    protocol = read_protocol(bridge.sources(files, config))
    audit = read_audit(_text(bridge.project(config) / AUDIT))
    bridge.update(config, since=since, before=before, audit=audit, **protocol)
    return files


def on_nav(nav, config, files):
    handbook = bridge.update(config, menu=bridge.menu(nav.items))
    # Links to what is made later, such as PDFs, get their addresses while pages are rendered.
    bridge.update(config, made=frozenset(made_uris(handbook)))
    bridge.announce(config, files)
    return nav


def on_env(env, config, files):
    bridge.withdraw(config, files)
    return env


def on_page_read_source(page, config):
    # The blank line keeps the program from looking for front matter, which is already read.
    return "\n" + bridge.build(config).handbook.page[page.file.src_uri].body


def on_page_markdown(markdown, page, config, files):
    state = bridge.build(config)
    source = state.handbook.page[page.file.src_uri]
    page.meta = {name: source.get(name) for name in ("title", "description") if source.get(name)}
    state.current.page = source
    state.current.diagrams = list(state.handbook.diagrams_of(source))
    state.current.address = lambda target: bridge.address(target, page, files)
    return source.body


def _text(file: Path) -> str | None:
    """What a file says; None where there is none."""
    return file.read_text("utf-8", "replace") if file.is_file() else None


def _pages_at(since: str, config) -> dict[str, Page]:
    """The pages that have changed since an edition, as they were then."""
    docs = bridge.docs(config)
    try:
        old = changed_since(since, docs)
    except CannotCompare as error:
        raise bridge.stop(config, f"--since {since}: {error}") from None
    folder = docs.relative_to(bridge.project(config)).as_posix()
    return {uri: read_page(f"{folder}/{uri}", uri, data) for uri, data in old.items()}
