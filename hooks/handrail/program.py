"""Runs the program that builds the site, MkDocs, in a process of its own."""

from __future__ import annotations

import errno
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from handrail.finding import Fault
from handrail.read.menu import parent
from handrail.read.settings_file import names_hooks, place_of, read_faults, setting
from handrail.read.settings_names import missing_names

SETTINGS = "mkdocs.yml"
ENDED = 143
"""Exit status of a program that was told to end (128 and the signal's number)."""


class CannotRun(Exception):
    """Its text is a plain sentence."""


class WrongSettings(Exception):
    """The settings cannot be used."""

    def __init__(self, faults: Sequence[Fault]):
        super().__init__(f"{len(faults)} faults in the settings")
        self.faults = faults


def find_project(folder: str) -> Path:
    """The folder of a project's settings. Raises `CannotRun`."""
    project = Path(folder)
    if not (project / SETTINGS).is_file():
        raise CannotRun(f"there is no mkdocs.yml in {project}; name its folder with --project")
    return project


def run_program(project: Path, arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run MkDocs on a project; returns its exit status.

    Raises `WrongSettings`, and `CannotRun` for settings without our hooks, with which the program
    would publish unchecked pages, and where a preview's address is taken.
    """
    texts = _need_sound_settings(project)
    if "serve" in arguments:
        _need_free_address(texts)
    # Material's note about a future MkDocs concerns developers, not those who publish.
    known = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(ENDED))
    # The program ends when we do. Were it told at the same time as we are, it would not end well.
    ours = signal.signal(signal.SIGINT, signal.SIG_IGN)
    program = subprocess.Popen([sys.executable, "-m", "mkdocs", *arguments], cwd=project, env=known)
    signal.signal(signal.SIGINT, ours)
    try:
        return program.wait()
    finally:
        if program.poll() is None:
            program.terminate()
            program.wait()


def _need_free_address(texts: Iterable[str]) -> None:
    """Raises `CannotRun` where another program has the address that a preview would have."""
    address = next(filter(None, (setting(text, "dev_addr") for text in texts)), "127.0.0.1:8000")
    host, _, port = address.rpartition(":")
    with socket.socket() as wanted, suppress(ValueError, OverflowError):
        wanted.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            wanted.bind((host, int(port)))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                reason = f"a preview cannot have the address {address}: {error.strerror}"
                raise CannotRun(f"{reason}; correct dev_addr: in mkdocs.yml") from None
            raise CannotRun(
                f"another program has the address {address}, perhaps another preview; end that, "
                f"or choose another in mkdocs.yml: dev_addr: {host}:{int(port) + 1}"
            ) from None


def _need_sound_settings(project: Path) -> list[str]:
    """The text of the settings and of those that they build on."""
    files = list(_settings_files(project))
    faults = [fault for path, data in files for fault in read_faults(data, path)]
    if faults:
        raise WrongSettings(faults)
    texts = {path: data.decode("utf-8-sig") for path, data in files}
    if not any(map(names_hooks, texts.values())):
        raise CannotRun(
            f"{SETTINGS} does not name Handrail's hooks, so nothing would be checked; "
            "write them under hooks:, in the order of the template's mkdocs.yml"
        )
    missing = [f for path, text in texts.items() for f in missing_names(text, path, project)]
    if missing:
        raise WrongSettings(sorted(missing, key=lambda fault: fault.place))
    docs = next(filter(None, (setting(text, "docs_dir") for text in texts.values())), "docs")
    if not (project / docs).is_dir():
        message = f'there is no folder "{docs}" beside the settings'
        help = "make it and put the pages there, or name theirs, such as docs_dir: pages"
        place = place_of(("docs_dir",), texts.items())
        raise WrongSettings([Fault(place, message, help)])
    return list(texts.values())


def _settings_files(project: Path) -> Iterator[tuple[str, bytes]]:
    """(path from the project's folder, bytes) of the settings and of those that they build on."""
    file, seen = project / SETTINGS, set()
    while file.is_file() and file not in seen:
        seen.add(file)
        data = file.read_bytes()
        yield Path(os.path.relpath(file, project)).as_posix(), data
        file = file.parent / (parent(data.decode("utf-8", "replace")) or "/")
