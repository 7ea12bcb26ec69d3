"""Step 2, read: pages, diagrams and registers, each with its places."""

from pathlib import Path

import bridge
from handrail.read.protocol import read_protocol


def on_files(files, config):
    root = bridge.project(config)
    outside = [file for file in files if _leads_out(file, config, root)]
    for file in outside:
        files.remove(file)
    sources = [
        (_path(file, root), file.src_uri, Path(file.abs_src_path).read_bytes())
        for file in files.documentation_pages()
    ]
    known = frozenset(file.src_uri for file in files if not file.inclusion.is_excluded())
    left_out = tuple(_path(file, root) for file in outside)
    bridge.update(config, files=known, outside=left_out, **read_protocol(sources))
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


def _path(file, root: Path) -> str:
    return Path(file.abs_src_path).relative_to(root).as_posix()


def _leads_out(file, config, root: Path) -> bool:
    """True for a file of the docs folder that is a link to a place outside the project."""
    if not file.src_dir or Path(file.src_dir) != bridge.docs(config):
        return False
    return not Path(file.abs_src_path).resolve().is_relative_to(root.resolve())
