"""Reads the ideas that each nation's law has in a place of its own, such as "child in need".

An idea is a row of a table whose first column is headed `Idea` and whose other columns are nations:

    | Idea | England | Wales | Scotland | Northern Ireland |
    |---|---|---|---|---|
    | Child in need | [Section 17 of the Children Act 1989](children-act-1989.md#section-17) | … |
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from handrail.finding import Place
from handrail.law.kinds import NATIONS
from handrail.page import Page
from handrail.read.tables import Row, Table, read_tables

_HAS_COLUMN = re.compile(rf"\|\s*(?:{'|'.join(NATIONS)})\s*(?:\||$)", re.MULTILINE)
_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)")


@dataclass(frozen=True)
class Cell:
    """What one nation's column says in one row."""

    nation: str
    """The nation."""
    text: str
    """The cell's Markdown; empty where it says nothing."""
    targets: tuple[tuple[str, str, Place], ...]
    """(page from the docs folder, anchor, place) of each link in it."""


@dataclass(frozen=True)
class NationRow:
    """A row of a table with columns for nations."""

    name: str
    """What stands in the first column."""
    is_idea: bool
    """True where the first column is headed `Idea`, so that every nation needs a provision."""
    page: Page
    """The page of the table."""
    place: Place
    """Where the row starts."""
    cells: tuple[Cell, ...]
    """One for each nation that has a column."""


def read_nation_rows(pages: Iterable[Page]) -> Iterator[NationRow]:
    """The rows of every table that has a column headed by a nation."""
    for page in pages:
        if _HAS_COLUMN.search(page.text):
            lines = page.text.split("\n")
            for table in read_tables(page):
                columns = {
                    n: nation for n, nation in enumerate(table.head.cells) if nation in NATIONS
                }
                for row in table.rows if columns else ():
                    yield _row(row, table, columns, page, lines[row.place.line - 1])


def _row(row: Row, table: Table, columns: dict[int, str], page: Page, line: str) -> NationRow:
    cells = tuple(
        _cell(nation, row.cells[n] if n < len(row.cells) else "", row, page, line)
        for n, nation in columns.items()
    )
    is_idea = table.head.cells[0].casefold() == "idea"
    return NationRow(row.cells[0] if row.cells else "", is_idea, page, row.place, cells)


def _cell(nation: str, text: str, row: Row, page: Page, line: str) -> Cell:
    start = max(0, line.find(text))
    targets = tuple(
        (*_target(match[1], page), row.place.moved(0, line.find(match[0], start) + 1))
        for match in _LINK.finditer(text)
    )
    return Cell(nation, text, targets)


def _target(written: str, page: Page) -> tuple[str, str]:
    path, _, anchor = written.partition("#")
    uri = posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), unquote(path)))
    return (uri if path else page.uri), unquote(anchor)
