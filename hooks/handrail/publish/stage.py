"""Keeps the published site whole: a build is written beside it and takes its place in one step.

A build that fails, is killed or runs out of disk leaves the published folder exactly as it was.
What it leaves beside it, the next build removes.
"""

from __future__ import annotations

import atexit
import ctypes
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO

_EXCHANGE = 2  # RENAME_EXCHANGE of Linux's renameat2(2), RENAME_SWAP of macOS's renamex_np(2)
_HERE = -100  # AT_FDCWD


class CannotPublish(Exception):
    """The site cannot be written where it should stand. Its text says why in plain words."""


class Stage:
    """A folder beside the published site in which one build writes, locked against others.

    Entering empties it and brings back a site that a killed build had moved aside; leaving
    removes what is left of it.
    """

    def __init__(self, target: Path):
        """`target` is the published folder; it need not exist. Where it is a link to a folder, that
        folder is the one to be replaced, and the link stays."""
        self.target = target.resolve() if target.is_dir() else target.absolute()
        self.folder = self._beside("staging")
        self._previous = self._beside("previous")
        self._lock = None

    def open(self) -> Path:
        """Lock the site and return an empty folder to write in. Raises `CannotPublish`."""
        try:
            self._open()
        except CannotPublish:
            self.close()
            raise
        except OSError as error:
            self.close()
            reason = f"{error.strerror or error} ({error.filename})"
            raise CannotPublish(f"the site cannot be written: {reason}") from None
        atexit.register(self.close)
        return self.folder

    def _open(self) -> None:
        self.target.parent.mkdir(parents=True, exist_ok=True)
        self._lock = _locked(self._beside("lock"), self.target)
        if self._previous.is_dir() and not self.target.exists():
            self._previous.rename(self.target)
        if self.target.is_symlink() or (self.target.exists() and not self.target.is_dir()):
            raise CannotPublish(
                f"{self.target} is not a folder, so no site can take its place; move it away, "
                "or set site_dir to another folder"
            )
        self._clean()
        self.folder.mkdir()

    def publish(self) -> None:
        """Put what was written in the place of the published site, and remove the old one."""
        if not self.target.exists():
            self.folder.rename(self.target)
        elif not _exchange(self.folder, self.target):
            # Where the system cannot exchange two folders, a kill between these two lines is
            # mended by the next `open`.
            self.target.rename(self._previous)
            self.folder.rename(self.target)
        # What cannot be removed now is not worth a word: the next build tries again.
        with suppress(OSError):
            self.close()

    def close(self) -> None:
        """Remove what is left beside the site and unlock it. Safe to call twice."""
        if self._lock is not None:
            atexit.unregister(self.close)
            try:
                self._clean()
            finally:
                # While it is still ours: once let go of, another build may hold the same file.
                with suppress(OSError):
                    self._beside("lock").unlink()
                self._lock.close()
                self._lock = None

    def _beside(self, what: str) -> Path:
        return self.target.with_name(f".{self.target.name}.{what}")

    def _clean(self) -> None:
        for folder in (self.folder, self._previous):
            if folder.is_dir() and not folder.is_symlink():
                shutil.rmtree(folder, onerror=_remove_protected)
            else:
                folder.unlink(missing_ok=True)


def _remove_protected(remove: Callable[[str], None], path: str, _: object) -> None:
    """Remove what somebody made read-only, or raise why it cannot be removed."""
    os.chmod(os.path.dirname(path), 0o700)
    os.chmod(path, 0o700)
    remove(path)


def _locked(path: Path, target: Path):
    """The open lock file. The system lets go of the lock when the process ends, however it ends."""
    while True:
        file = path.open("a")
        try:
            _lock(file)
        except OSError:
            file.close()
            raise CannotPublish(
                f"another build is writing {target.name}; wait until it is done"
            ) from None
        # A build that has just ended may have removed the file between the two steps.
        with suppress(OSError):
            if os.path.samestat(os.fstat(file.fileno()), path.stat()):
                return file
        file.close()


def _lock(file: IO) -> None:
    """Lock an open file without waiting. Raises `OSError` where another process has it."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


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
