"""Step 2, read: pages, diagrams and registers, each with its places."""

import os
from pathlib import Path

import bridge
from handrail.git import CannotCompare, changed_since
from handrail.page import Page
from handrail.publish.edition import PUBLIC, meant_for_staff, unused, without
from handrail.read.pages import read_page
from handrail.read.protocol import read_protocol


def on_files(files, config):
    root = bridge.project(config)
    outside = [file for file in files if _leads_out(file, config, root)]
    for file in outside:
        files.remove(file)
    known = frozenset(file.src_uri for file in files if not file.inclusion.is_excluded())
    bridge.update(
        config, files=known, outside=tuple(_path(file, root) for file in outside),
        withheld=_withhold(files, config, root), since=os.environ.get(bridge.SINCE, ""),
        before=_before(config, root), **read_protocol(_sources(files, root)),
    )  # fmt: skip
    return files


def _sources(files, root: Path) -> list[tuple[str, str, bytes]]:
    return [
        (_path(file, root), file.src_uri, Path(file.abs_src_path).read_bytes())
        for file in files.documentation_pages()
    ]


def _withhold(files, config, root: Path) -> frozenset[str]:
    """Take out of the build what the edition leaves out. Returns the pages among it."""
    if bridge.build(config).handbook.settings.audience != PUBLIC:
        return frozenset()
    pages = [read_page(*source) for source in _sources(files, root)]
    withheld = meant_for_staff(pages)
    others = [file.src_uri for file in files.media_files() if _is_in_docs(file, config)]
    kept = [page for page in pages if page.uri not in withheld]
    settings = Path(config.config_file_path).read_text("utf-8")
    for uri in withheld | unused(others, kept, settings):
        files.remove(files.get_file_from_path(uri))
    if config.nav:
        config.nav = without(config.nav, withheld)
    return withheld


def _before(config, root: Path) -> dict[str, Page]:
    """Pages as they were in the edition to compare with, where one is asked for."""
    since, docs = os.environ.get(bridge.SINCE), bridge.docs(config)
    try:
        old = changed_since(since, docs) if since else {}
    except CannotCompare as error:
        raise bridge.stop(config, f"--since {since}: {error}") from None
    folder = docs.relative_to(root).as_posix()
    return {uri: read_page(f"{folder}/{uri}", uri, data) for uri, data in old.items()}


def _is_in_docs(file, config) -> bool:
    return bool(file.src_dir) and Path(file.src_dir) == bridge.docs(config)


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


def _path(file, root: Path) -> str:
    return Path(file.abs_src_path).relative_to(root).as_posix()


def _leads_out(file, config, root: Path) -> bool:
    """True for a file of the docs folder that is a link to a place outside the project."""
    if not _is_in_docs(file, config):
        return False
    return not Path(file.abs_src_path).resolve().is_relative_to(root.resolve())
