"""What of a docs folder a build may read, and can."""

from __future__ import annotations

import os
from pathlib import Path

from handrail.finding import Fault, Place

_HELP = "ask whoever looks after this computer for the right to read it, or take it away"


def outside_of(project: Path, docs: Path) -> str:
    """Where the docs folder is, links followed, when that is not inside the project. Empty where it
    is: a link to another folder of the project is as good as the folder."""
    real = docs.resolve()
    return "" if project.resolve() in real.parents else str(real)


def leads_out(path: Path, project: Path) -> str:
    """Path, from the project, of what a build must not read: a link to a place outside the project,
    to nothing, or to a folder around itself, and what is no ordinary file, such as a pipe, which
    would keep the build waiting for ever. Empty for a file that it may read."""
    links = (folder for folder in reversed(path.parents) if folder.is_symlink())
    loop = next(filter(_is_loop, links), None)
    if loop and loop.is_relative_to(project):
        return loop.relative_to(project).as_posix()
    sound = path.is_file() and path.resolve().is_relative_to(project.resolve())
    return "" if sound else path.relative_to(project).as_posix()


def locked(docs: Path, project: Path) -> list[Fault]:
    """Pages and folders that exist and cannot be read. The programs that build the site leave out
    such folders without a word."""
    walk = os.walk(docs)
    found = (Path(folder, name) for folder, below, files in walk for name in (*below, *files))
    closed = [path for path in found if path.exists() and not os.access(path, os.R_OK)]
    places = sorted(Place(path.relative_to(project).as_posix()) for path in closed)
    return [Fault(place, "this computer does not let you read it", _HELP) for place in places]


def _is_loop(folder: Path) -> bool:
    return folder.parent.resolve().is_relative_to(folder.resolve())
