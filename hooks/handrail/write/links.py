"""Mends links whose page or heading has moved, where it is certain where to."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote, unquote

from handrail.address import path_from
from handrail.link import is_outside
from handrail.moved import old_anchors
from handrail.page import Page
from handrail.read.diagrams import is_mermaid
from handrail.read.lines import prose_lines, read_fences
from handrail.read.menu import read_menu
from handrail.rules.links.suggest import plain
from handrail.write.source import Mend

_LINK = re.compile(r"\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?(?P<target>[^)\s>]+)")
_DEFINITION = re.compile(r"\s{0,3}\[(?P<words>[^\]^]+)\]:\s*<?(?P<target>[^\s>]+)")
_CLICK = re.compile(r'\s*click\s+\S+\s+(?P<words>)(?:href\s+)?"(?P<target>[^"]+)"')
_CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|<!--.*?-->")
_FIELDS = ("agency", "superseded_by")
"""Front-matter entries that lead to a page."""


class Moves:
    """Where every file is, and where it was."""

    def __init__(self, pages: Iterable[Page], files: Iterable[str], renamed: Mapping[str, str]):
        """`files` are all files of the docs folder by their path from it; `renamed` gives, by an
        earlier path, the later one."""
        self._pages = {page.uri: page for page in pages}
        self._files = frozenset(files)
        self._renamed = renamed

    def find(self, uri: str, words: str) -> str:
        """Where the file that was at `uri` is now; empty where several may be meant, or none.

        What pages and git say of a file counts first, then capitals and a left-out ending, then
        the one file of that name elsewhere and the one page called as the link's `words`.
        """
        for sure in (self._said(uri), self._spelt(uri), self._alike(uri, words)):
            found = set(sure) & self._files
            if found:
                return found.pop() if len(found) == 1 else ""
        return ""

    def anchor(self, uri: str, anchor: str) -> str:
        """What a heading is called now, by what it was called."""
        page = self._pages.get(uri)
        names = {old.name: old.heading for old in old_anchors(page)} if page else {}
        return names.get(anchor, anchor)

    def mend(self, written: str, base: str, words: str) -> str:
        """A link's target as it should be written on the page `base`, from the docs folder; as it
        is written where nothing is to mend, or nothing is certain."""
        path, mark, anchor = written.partition("#")
        there = posixpath.join(posixpath.dirname(base), unquote(path))
        uri = posixpath.normpath(there) if path else base
        if is_outside(written) or path.startswith("/") or "?" in path or uri.startswith(".."):
            return written
        if uri not in self._files and not path.endswith("/"):
            uri = self.find(uri, words)
            path = quote(path_from(base, uri), safe="/-_.~!*,;=@&+$'") if uri else path
        return path + mark + (self.anchor(uri, anchor) if mark else "")

    def _said(self, uri: str) -> Iterator[str]:
        yield from (page.uri for page in self._pages.values() if uri in _values(page, "old_paths"))
        seen = {uri}
        while (uri := self._renamed.get(uri, "")) not in seen and uri:
            seen.add(uri)
            yield uri

    def _spelt(self, uri: str) -> Iterator[str]:
        yield from (file for file in self._files if file.casefold() == uri.casefold())
        yield from (f"{uri}.md", f"{uri}/index.md")

    def _alike(self, uri: str, words: str) -> Iterator[str]:
        name = posixpath.basename(uri)
        if name not in ("index.md", "README.md"):
            yield from (file for file in self._files if posixpath.basename(file) == name)
        called = plain(words)
        for page in self._pages.values() if called and uri.endswith(".md") else ():
            if called in map(plain, (page.title, *_values(page, "also_called"))):
                yield page.uri


def mend_links(page: Page, lines: Sequence[str], moves: Moves) -> Iterator[Mend]:
    """Links of a page: in its Markdown, its diagrams and its front matter."""
    mended = list(lines)
    for pattern, numbers in (
        (_LINK, [number for number, _ in prose_lines(page)]),
        (_DEFINITION, [number for number, _ in prose_lines(page)]),
        (_CLICK, list(_diagram_lines(page))),
    ):
        for number in numbers:
            mended[number - 1] = _line(pattern, mended[number - 1], page.uri, moves)
    for at, value in _fields(page):
        before, rest = mended[at.line - 1][: at.column - 1], mended[at.line - 1][at.column - 1 :]
        mended[at.line - 1] = before + rest.replace(value, moves.mend(value, page.uri, ""), 1)
    yield from _changes(lines, mended)


def mend_menu(lines: Sequence[str], path: str, moves: Moves) -> Iterator[Mend]:
    """Lines of the menu in the site's settings."""
    mended = list(lines)
    for entry in read_menu("\n".join(lines), path):
        line = mended[entry.place.line - 1]
        before, rest = line[: entry.place.column - 1], line[entry.place.column - 1 :]
        now = moves.mend(entry.written, "index.md", entry.title)
        mended[entry.place.line - 1] = before + rest.replace(entry.written, now, 1)
    yield from _changes(lines, mended)


def _line(pattern: re.Pattern, line: str, base: str, moves: Moves) -> str:
    hidden = _CODE.sub(lambda match: " " * len(match.group()), line)
    # From the last to the first, so that the places of the others stay.
    for match in reversed(list(pattern.finditer(hidden))):
        start, end = match.span("target")
        line = line[:start] + moves.mend(line[start:end], base, match["words"]) + line[end:]
    return line


def _diagram_lines(page: Page) -> Iterator[int]:
    for fence in read_fences(page):
        if is_mermaid(fence.info):
            yield from range(fence.line + 1, fence.line + 1 + len(fence.lines))


def _fields(page: Page) -> Iterator[tuple]:
    for name in _FIELDS:
        field = page.fields.get(name)
        if field and len(field.places) == 1:
            yield field.places[0], field.value


def _values(page: Page, name: str) -> tuple[str, ...]:
    return page.fields[name].values if name in page.fields else ()


def _changes(lines: Sequence[str], mended: Sequence[str]) -> Iterator[Mend]:
    for number, (before, after) in enumerate(zip(lines, mended, strict=True), 1):
        if before != after:
            yield Mend(number, "link", before, after)
