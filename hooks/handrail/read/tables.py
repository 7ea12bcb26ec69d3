"""Reads Markdown pipe tables with the place of every row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handrail.finding import Place
from handrail.page import Page
from handrail.read.lines import prose_lines

_DELIMITER = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*")
_PIPE = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True)
class Row:
    """One line of a table."""

    cells: tuple[str, ...]
    """The cells' Markdown, without the spaces around it; an escaped pipe is a pipe."""
    place: Place
    """Where the row starts."""


@dataclass(frozen=True)
class Table:
    """A pipe table."""

    head: Row
    """The header row."""
    rows: tuple[Row, ...]
    """The rows below it."""


def read_tables(page: Page) -> tuple[Table, ...]:
    """Every pipe table of a page, in order."""
    return tuple(_tables(page, list(prose_lines(page))))


def _tables(page: Page, lines: list[tuple[int, str]]) -> Iterator[Table]:
    index = 1
    while index < len(lines):
        line = lines[index][1]
        above = lines[index - 1]
        if "|" in above[1] and "-" in line and _DELIMITER.fullmatch(line):
            end = index + 1
            while end < len(lines) and "|" in lines[end][1] and _follows(lines, end):
                end += 1
            rows = tuple(_row(page, *lines[at]) for at in range(index + 1, end))
            yield Table(_row(page, *above), rows)
            index = end
        index += 1


def _follows(lines: list[tuple[int, str]], index: int) -> bool:
    """True where no line was left out between this one and the one before."""
    return lines[index][0] == lines[index - 1][0] + 1


def _row(page: Page, number: int, line: str) -> Row:
    inner = line.strip()
    inner = inner[1:] if inner.startswith("|") else inner
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    # Tables pasted from Word carry non-breaking spaces, which are spaces to a reader.
    cells = (cell.replace("\\|", "|").replace("\xa0", " ").strip() for cell in _PIPE.split(inner))
    return Row(tuple(cells), page.place(number, len(line) - len(line.lstrip()) + 1))
