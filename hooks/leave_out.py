"""Step 2, leave out: files from outside the project, and what this edition does not show."""

from pathlib import Path

import bridge
from handrail.publish.edition import PUBLIC, meant_for_staff, unused, without
from handrail.read.pages import read_page


def on_files(files, config):
    own = [file for file in files if bridge.is_in_docs(file, config)]
    for file in own:
        if not file.src_uri.isprintable():
            fact = f"the name of the file {file.src_uri!r} in the docs folder cannot be an address"
            raise bridge.stop(config, f"{fact}; rename it")
    outside = {file: lost for file in own if (lost := _leads_out(file, config))}
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


def _leads_out(file, config) -> str:
    """Path, from the project, of what a build must not read: a link to a place outside the project,
    to nothing, or to a folder around itself, and what is no ordinary file, such as a pipe, which
    would keep the build waiting for ever. Empty for a file that it may read."""
    path, project = Path(file.abs_src_path), bridge.project(config)
    links = (folder for folder in reversed(path.parents) if folder.is_symlink())
    loop = next(filter(_is_loop, links), None)
    if loop and loop.is_relative_to(project):
        return loop.relative_to(project).as_posix()
    sound = path.is_file() and path.resolve().is_relative_to(project.resolve())
    return "" if sound else bridge.path(file, config)


def _is_loop(folder: Path) -> bool:
    return folder.parent.resolve().is_relative_to(folder.resolve())
