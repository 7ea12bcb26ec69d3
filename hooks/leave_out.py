"""Step 2, leave out: files from outside the project, and what this edition does not show."""

from pathlib import Path

import bridge
from handrail.publish.edition import PUBLIC, meant_for_staff, unused, without
from handrail.read.pages import read_page
from handrail.read.reach import leads_out, locked, outside_of
from handrail.report.text import as_sentences


def on_files(files, config):
    project = bridge.project(config)
    away = outside_of(project, bridge.docs(config))
    if away:
        fact = f"the docs folder is {away}, which is not inside the project, and was not read"
        raise bridge.stop(config, f"{fact}; put the folder itself, no link to it, by mkdocs.yml")
    own = [file for file in files if bridge.is_in_docs(file, config)]
    for file in own:
        if not file.src_uri.isprintable():
            fact = f"the name of the file {file.src_uri!r} in the docs folder cannot be an address"
            raise bridge.stop(config, f"{fact}; rename it")
    closed = locked(bridge.docs(config), project)
    if closed:
        raise bridge.stop(config, as_sentences(closed))
    outside = {file: lost for file in own if (lost := leads_out(Path(file.abs_src_path), project))}
    for file in outside:
        files.remove(file)
    paths = tuple(sorted(set(outside.values())))
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
