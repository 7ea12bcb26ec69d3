"""Step 3, read: pages, diagrams and registers, each with its places."""

import os
from pathlib import Path

import bridge
from handrail import wishes
from handrail.audit import FILE as AUDIT
from handrail.git import CannotCompare
from handrail.read.audit import read_audit
from handrail.read.earlier import read_earlier
from handrail.read.protocol import read_protocol


def on_files(files, config):
    protocol = read_protocol(bridge.sources(files, config))
    audit = read_audit(_text(bridge.project(config) / AUDIT))
    bridge.update(config, audit=audit, **_earlier(config), **protocol)
    return files


def on_nav(nav, config, files):
    bridge.update(config, menu=bridge.menu(nav.items))
    return nav


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


def _earlier(config) -> dict[str, object]:
    """What is known of the edition to compare with, where one is named."""
    since = os.environ.get(wishes.SINCE, "")
    try:
        settings = Path(config.config_file_path)
        return read_earlier(since, bridge.docs(config), settings) if since else {}
    except CannotCompare as error:
        raise bridge.stop(config, f"--since {since}: {error}") from None
