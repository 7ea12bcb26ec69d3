"""Keeps the published site whole: a build is written beside it and takes its place in one step.

A build that fails, is killed or runs out of disk leaves the published folder exactly as it was.
What it leaves beside it, the next build removes.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

_EXCHANGE = 2  # RENAME_EXCHANGE of Linux's renameat2(2), RENAME_SWAP of macOS's renamex_np(2)
_HERE = -100  # AT_FDCWD


class Busy(Exception):
    """Another build is writing the same site. Its text says so in plain words."""


class Stage:
    """A folder beside the published site in which one build writes, locked against others.

    Entering empties it and brings back a site that a killed build had moved aside; leaving
    removes what is left of it.
    """

    def __init__(self, target: Path):
        """`target` is the published folder; it need not exist."""
        self.target = target.absolute()
        self.folder = self._beside("staging")
        self._previous = self._beside("previous")
        self._lock = None

    def open(self) -> Path:
        """Lock the site and return an empty folder to write in. Raises `Busy`."""
        self.target.parent.mkdir(parents=True, exist_ok=True)
        self._lock = _locked(self._beside("lock"), self.target)
        if self._previous.exists() and not self.target.exists():
            self._previous.rename(self.target)
        self._clean()
        self.folder.mkdir()
        return self.folder

    def publish(self) -> None:
        """Put what was written in the place of the published site, and remove the old one."""
        if not self.target.exists():
            self.folder.rename(self.target)
        elif not _exchange(self.folder, self.target):
            # Where the system cannot exchange two folders, a kill between these two lines is
            # mended by the next `open`.
            self.target.rename(self._previous)
            self.folder.rename(self.target)
        self.close()

    def close(self) -> None:
        """Remove what is left beside the site and unlock it. Safe to call twice."""
        if self._lock is not None:
            self._clean()
            self._lock.close()
            self._lock = None
            with suppress(OSError):
                self._beside("lock").unlink()

    def _beside(self, what: str) -> Path:
        return self.target.with_name(f".{self.target.name}.{what}")

    def _clean(self) -> None:
        for folder in (self.folder, self._previous):
            if folder.exists():
                shutil.rmtree(folder)


def _locked(path: Path, target: Path):
    """The open lock file. The system lets go of the lock when the process ends, however it ends."""
    file = path.open("a")
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise Busy(f"another build is writing {target.name}; wait until it is done") from None
    return file


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step. False where the system or its disk cannot."""
    paths = os.fsencode(one), os.fsencode(other)
    with suppress(AttributeError, OSError):
        libc = ctypes.CDLL(None)
        if sys.platform == "linux":
            return libc.renameat2(_HERE, paths[0], _HERE, paths[1], _EXCHANGE) == 0
        if sys.platform == "darwin":
            return libc.renamex_np(*paths, _EXCHANGE) == 0
    return False
