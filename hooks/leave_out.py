"""Step 2, leave out: files from outside the project, and what this edition does not show."""

from pathlib import Path

import bridge
from handrail.publish.edition import PUBLIC, meant_for_staff, unused, without
from handrail.read.pages import read_page


def on_files(files, config):
    outside = [file for file in files if _leads_out(file, config)]
    for file in outside:
        files.remove(file)
    paths = tuple(bridge.path(file, config) for file in outside)
    known = frozenset(file.src_uri for file in files if not file.inclusion.is_excluded())
    public = bridge.build(config).handbook.settings.audience == PUBLIC
    withheld = _withhold(files, config) if public else frozenset()
    bridge.update(config, files=known, outside=paths, withheld=withheld)
    return files


def _withhold(files, config) -> frozenset[str]:
    """Take what is for staff out of the build, before anything is read of it. Returns the pages."""
    pages = [read_page(*source) for source in bridge.sources(files, config)]
    withheld = meant_for_staff(pages)
    others = [file.src_uri for file in files.media_files() if bridge.is_in_docs(file, config)]
    kept = [page for page in pages if page.uri not in withheld]
    settings = Path(config.config_file_path).read_text("utf-8")
    for uri in withheld | unused(others, kept, settings):
        files.remove(files.get_file_from_path(uri))
    config.nav = without(config.nav, withheld) if config.nav else config.nav
    return withheld


def _leads_out(file, config) -> bool:
    """True for what a build must not read: a link to a place outside the project or to nothing,
    and what is no ordinary file, such as a pipe, which would keep the build waiting for ever."""
    if not bridge.is_in_docs(file, config):
        return False
    path = Path(file.abs_src_path)
    root = bridge.project(config).resolve()
    return not path.is_file() or not path.resolve().is_relative_to(root)
