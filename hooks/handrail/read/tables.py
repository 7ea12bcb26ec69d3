"""Reads Markdown pipe tables with the place of every row, as Python-Markdown reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from handrail.finding import Place
from handrail.page import Page
from handrail.read.lines import prose_lines

_DELIMITER = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*")
_TOKEN = re.compile(r"\\\\|\\\||\\`+|(?P<ticks>`+)|(?P<pipe>\|)")
_COMMENT = re.compile(r"<!--.*?-->")
_ODD_SPACES = "\xa0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff"
_EDGES = re.compile(rf"^[ {_ODD_SPACES}]+(?=\|)|(?<=\|)[ {_ODD_SPACES}]+$", re.MULTILINE)
_RULE = re.compile(rf"^(?=.*\|)(?=.*[-–—])[ \t>|:–—{_ODD_SPACES}-]+$", re.MULTILINE)
_NO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\xad"))


@dataclass(frozen=True)
class Row:
    """One line of a table."""

    cells: tuple[str, ...]
    """The cells' Markdown, without the spaces around it; an escaped pipe is a pipe."""
    place: Place
    """Where the row starts."""
    columns: tuple[int, ...] = ()
    """1-based column in the line at which each cell's words start."""


@dataclass(frozen=True)
class Table:
    """A pipe table."""

    page: Page
    """The page it stands on."""
    head: Row
    """The header row."""
    lines: tuple[tuple[int, str], ...]
    """(1-based line, text) of the rows below it."""

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows below the head, read when somebody asks for them."""
        return tuple(_row(self.page, *line) for line in self.lines)


def mend_tables(text: str) -> str:
    """A page's text with plain spaces at the edges of its table rows, and plain spaces and hyphens
    in the lines below table heads.

    Word and spreadsheets put others there, with which no reader of Markdown knows the table. Every
    character is replaced by one, so that places stay true.
    """
    if "|" not in text or text.isascii():
        return text
    text = _EDGES.sub(lambda match: " " * len(match.group()), text)
    odd = re.compile(f"[{_ODD_SPACES}]")
    return _RULE.sub(lambda match: odd.sub(" ", re.sub("[–—]", "-", match.group())), text)


def read_tables(page: Page) -> tuple[Table, ...]:
    """Every pipe table of a page, in order."""
    if "tables" not in page.notes:
        lines = list(prose_lines(page)) if "|" in page.text else []
        page.notes["tables"] = tuple(_tables(page, lines))
    return page.notes["tables"]


def _tables(page: Page, lines: list[tuple[int, str]]) -> Iterator[Table]:
    index = 1
    while index < len(lines):
        line, above = lines[index][1], lines[index - 1]
        if "|" in above[1] and "-" in line and _DELIMITER.fullmatch(line.lstrip(" >\t")):
            end = index + 1
            while end < len(lines) and _goes_on(lines, end):
                end += 1
            yield Table(page, _row(page, *above), tuple(lines[index + 1 : end]))
            index = end
        index += 1


def _goes_on(lines: list[tuple[int, str]], index: int) -> bool:
    """True for a line that Python-Markdown takes into the table above it: any up to a blank line,
    raw HTML, or a line left out here because it is code."""
    words = lines[index][1].strip(" >\t")
    return bool(words) and words[0] != "<" and lines[index][0] == lines[index - 1][0] + 1


def _row(page: Page, number: int, line: str) -> Row:
    if "<!--" in line:
        line = _COMMENT.sub(lambda match: " " * len(match.group()), line)
    line = line.rstrip()
    start = len(line) - len(line.lstrip(" >\t"))
    cells, columns = [], []
    for at, end in cell_spans(line, start):
        words = line[at:end]
        plain = words if words.isascii() else words.translate(_NO_WIDTH).replace("\xa0", " ")
        cells.append(plain.replace("\\|", "|").strip())
        columns.append(at + len(words) - len(words.lstrip()) + 1)
    return Row(tuple(cells), page.place(number, start + 1), tuple(columns))


def cell_spans(line: str, start: int) -> Iterator[tuple[int, int]]:
    """Start and end of each cell of a row that begins at index `start`. A pipe at either end of the
    line, escaped, or in code, divides nothing."""
    begin = at = start + line.startswith("|", start)
    if "`" not in line and "\\" not in line:
        while (at := line.find("|", begin)) >= 0:
            yield begin, at
            begin = at + 1
        at = len(line)
    while token := _TOKEN.search(line, at):
        at = token.end()
        if token["ticks"]:
            close = re.compile(rf"(?<!`){token['ticks']}(?!`)").search(line, at)
            at = close.end() if close else at
        elif token["pipe"]:
            yield begin, token.start()
            begin = at
    if begin < len(line):
        yield begin, len(line)
