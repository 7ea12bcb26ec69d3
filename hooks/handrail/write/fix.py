"""Mends by itself what is safe to mend: what a page says to its readers stays the same."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from handrail.page import Page
from handrail.read.encoding import NOT_UTF8
from handrail.read.pages import read_page
from handrail.write.front_matter import mend_dates, mend_fences, mend_quotes
from handrail.write.links import Moves, mend_links, mend_menu
from handrail.write.source import Mend, Source, write_whole
from handrail.write.spaces import mend_spaces
from handrail.write.tables import mend_confirmed, mend_tables_of

_Mender = Callable[[Page, Sequence[str]], Iterable[Mend]]
_MENDERS: tuple[_Mender, ...] = (
    mend_fences, mend_quotes, mend_dates, mend_tables_of, mend_confirmed, mend_spaces
)  # fmt: skip
"""In order: what a later one reads, an earlier one has made readable."""
_AROUND = 24
"""Characters that are shown on each side of what changed in a long line."""


@dataclass(frozen=True)
class Mended:
    """One file that was changed, or would be."""

    path: str
    """From the project's folder."""
    mends: tuple[Mend, ...]
    """What was mended, in the order of the lines."""
    data: bytes
    """What the file holds now."""


def fix(project: Path, docs: Path, renamed: Mapping[str, str]) -> list[Mended]:
    """What can be mended in the pages below `docs` and in the menu of `mkdocs.yml`.

    Nothing is written. `renamed` gives the later path of files by their earlier one, both from the
    docs folder. Files that are not UTF-8, and those that lead out of the project, stay as they are.
    Raises `OSError`.
    """
    files = {
        path.relative_to(docs).as_posix(): path.relative_to(project).as_posix()
        for path in _files(docs)
        if path.resolve().is_relative_to(docs.resolve())
    }
    names = [uri for uri in sorted(files) if uri.endswith(".md") and not (docs / uri).is_symlink()]
    work = [one for one in (_Work(files[uri], uri, project) for uri in names) if one.is_text]
    for one in work:
        for mender in _MENDERS:
            one.apply(mender)
    moves = Moves([one.page for one in work], files, renamed)
    for one in work:
        one.apply(partial(mend_links, moves=moves))
    settings = _Work("mkdocs.yml", "", project)
    settings.apply(lambda page, lines: mend_menu(lines, page.path, moves))
    return [
        Mended(one.page.path, tuple(one.mends), one.source.data)
        for one in (*work, settings)
        if one.mends
    ]


class _Work:
    """A file that is being mended."""

    def __init__(self, path: str, uri: str, project: Path):
        data = (project / path).read_bytes()
        self.page = read_page(path, uri, data)
        self.is_text = not any(unread.rule == NOT_UTF8 for unread in self.page.unread)
        self.source = Source(data if self.is_text else b"")
        self.mends: list[Mend] = []

    def apply(self, mender: _Mender) -> None:
        made = list(mender(self.page, tuple(self.source.lines)))
        for mend in made:
            self.source.apply(mend)
        if made:
            self.mends += made
            self.page = read_page(self.page.path, self.page.uri, self.source.data)


def write(project: Path, mended: Iterable[Mended]) -> None:
    """Write what was mended, each file in one step. Raises `OSError`."""
    for one in mended:
        write_whole(project / one.path, one.data)


def report(mended: Iterable[Mended]) -> Iterator[str]:
    """A line for each mend: the file, the line, what it was and what it is."""
    for one in mended:
        for mend in sorted(one.mends, key=lambda mend: mend.line):
            before, after = _excerpts(mend)
            yield f"{one.path}:{mend.line}: {mend.what}: {before} → {after}"


def _files(docs: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(docs):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(folder, name) for name in names)


def _excerpts(mend: Mend) -> tuple[str, str]:
    """What changed in a line, with what stands around it."""
    if mend.added:
        return "nothing", mend.after
    before, after = mend.before, mend.after
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    return _excerpt(before, start, end), _excerpt(after, start, end)


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _excerpt(line: str, start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(line), len(line) - end + _AROUND)
    words = line[first:last]
    # A space at the end could not be seen.
    shown = words.rstrip() + "·" * (len(words) - len(words.rstrip()))
    return "…" * (first > 0) + shown + "…" * (last < len(line))
