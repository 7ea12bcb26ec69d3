"""What a build is doing, and how long it took: a bar on a terminal, plain lines anywhere else."""

from __future__ import annotations

import atexit
import os
import shutil
import sys
from collections.abc import Sequence
from time import monotonic
from typing import TextIO

QUIET, USUAL, VERBOSE = "quiet", "usual", "verbose"
_WIDTH = 24
_PAUSE = 0.1
"""Seconds between two drawings of the bar."""
_PATIENCE = 10.0
"""Seconds after which plain lines say again how far a stage is."""


def is_terminal(out: TextIO) -> bool:
    """True where a person watches, and lines can be drawn over."""
    dumb = os.environ.get("TERM") == "dumb"
    # The old Windows console shows the signs that move the cursor.
    return out.isatty() and not dumb and (sys.platform != "win32" or "WT_SESSION" in os.environ)


class Progress:
    """Tells the stages of one build as they begin, go on and end."""

    def __init__(self, out: TextIO, voice: str, keeps: bool):
        """`voice` is quiet, usual or verbose; where it `keeps` stages, each leaves its line."""
        self._out, self._voice = out, voice
        self._bar = voice == USUAL and is_terminal(out)
        self._keeps = voice == VERBOSE or (keeps and voice == USUAL)
        self._name, self._items = "", ()
        self._done = 0
        self._began = self._told = self._stepped = 0.0
        self._open = False
        """True where the cursor stands behind words of ours."""

    def begin(self, name: str, items: Sequence[str] = ()) -> None:
        """A stage begins, and the one before it ends. `items` are what it goes through."""
        self.end()
        self._name, self._items, self._done = name, items, 0
        self._began = self._told = self._stepped = monotonic()
        if self._bar:
            atexit.register(self.clear)
            self._draw()
        elif self._keeps:
            self._say(f"{name} ...")

    def step(self) -> None:
        """One item is done."""
        if not self._name:
            return
        now, self._done = monotonic(), self._done + 1
        if self._bar and now - self._told >= _PAUSE:
            self._told = now
            self._draw()
        elif self._voice == VERBOSE and self._done <= len(self._items):
            self._line(f"  {self._items[self._done - 1]} {now - self._stepped:.2f} s")
        elif self._keeps and not self._bar and now - self._told >= _PATIENCE:
            self._told = now
            self._line(f"  {self._done} of {len(self._items)} after {now - self._began:.0f} s")
        self._stepped = now

    def end(self) -> None:
        """The stage ends."""
        if not self._name:
            return
        took = f"{monotonic() - self._began:.1f} s"
        if self._bar:
            self.clear()
            atexit.unregister(self.clear)
        if self._keeps:
            self._line(f"{self._name:<26}{took:>8}" if not self._open else f" {took}", "")
        self._name = ""

    def clear(self) -> None:
        """Make room for the words of somebody else."""
        if self._open:
            self._out.write("\r\x1b[2K" if self._bar else "\n")
            self._out.flush()
            self._open = False

    def _line(self, words: str, gap: str = "\n") -> None:
        self._out.write(f"{gap if self._open else ''}{words}\n")
        self._out.flush()
        self._open = False

    def _say(self, words: str) -> None:
        self._out.write(words)
        self._out.flush()
        self._open = True

    def _draw(self) -> None:
        total = len(self._items)
        words = self._name
        if total:
            filled = _WIDTH * self._done // total
            current = self._items[min(self._done, total - 1)]
            words += f" [{'#' * filled}{'.' * (_WIDTH - filled)}] {self._done} of {total} {current}"
        width = shutil.get_terminal_size().columns
        self.clear()
        self._say(words[: width - 1])
