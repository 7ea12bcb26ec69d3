"""A text file as lines that can be changed one by one; every other byte stays as it is."""

from __future__ import annotations

import codecs
import json
import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")

_PLAIN = re.compile(r"[A-Za-z0-9/(.][^:#\"'\[\]{}]*")
_WORDS = {"true", "false", "yes", "no", "on", "off", "null", "none"}


@dataclass(frozen=True)
class Mend:
    """One change to one line."""

    line: int
    """1-based line in the file as it is once everything above is mended."""
    what: str
    """What was mended, such as `date`."""
    before: str
    """The line as it was; empty for one that was added."""
    after: str
    """The line as it is now."""
    added: bool = False
    """True for a line that was put in before the one that stood there."""


class Source:
    """A UTF-8 file, split into lines as an editor shows them."""

    def __init__(self, data: bytes):
        """`data` are the file's bytes. Raises `UnicodeDecodeError`."""
        self._mark = data.startswith(codecs.BOM_UTF8)
        found = _LINE.findall(data.decode("utf-8-sig"))
        # The pattern also matches nothing at the very end, below a last line that is ended.
        pairs = found[:-1] if len(found) > 1 and found[-2][1] == "" else found
        self.lines = [text for text, _ in pairs]
        """The lines without their ends."""
        self._ends = [end for _, end in pairs]

    @property
    def data(self) -> bytes:
        """The file's bytes as they are now."""
        text = "".join(map("".join, zip(self.lines, self._ends, strict=True)))
        return (codecs.BOM_UTF8 if self._mark else b"") + text.encode()

    def apply(self, mend: Mend) -> None:
        """Change or add a line. One that is added ends as the first line of the file does."""
        if mend.added:
            self.lines.insert(mend.line - 1, mend.after)
            self._ends.insert(mend.line - 1, self._ends[0] or "\n")
        else:
            self.lines[mend.line - 1] = mend.after


def write_whole(path: Path, data: bytes) -> None:
    """Write a file in one step: whoever reads it meets the old one or the new one, never a part.

    What the file may be used for stays as it was. Raises `OSError`.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, path.stat().st_mode if path.exists() else 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def _umask() -> int:
    """What new files of this user are kept from."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def scalar(value: str) -> str:
    """A value of front matter, in quotes where YAML would take it for something else."""
    is_list = value.startswith("[") and not value.startswith("[[")
    if is_list or (_PLAIN.fullmatch(value) and value.casefold() not in _WORDS):
        return value
    if value.startswith("https://") and " " not in value:
        return value
    return json.dumps(value, ensure_ascii=False)
