"""Reads the registers: instruments, agencies and champions, from pages of their types."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from handrail.finding import Fault, Unread
from handrail.page import Page
from handrail.read.lines import prose_lines
from handrail.read.tables import Row, Table, read_tables
from handrail.read.words import plain_words
from handrail.records import (
    Agency,
    Champion,
    ChampionTable,
    Contact,
    Instrument,
    Provision,
    Signature,
)

ROW_UNREADABLE = "champion-row-unreadable"

_HEADING = re.compile(r"#{2,6}\s+(?P<words>.+?)\s*\{[^}]*#(?P<id>[\w-]+)[^}]*\}\s*")


def read_instruments(pages: Iterable[Page]) -> tuple[Instrument, ...]:
    """One instrument for each page of type `legislation` that has a standing or a key."""
    return tuple(
        Instrument(
            page,
            page.get("key"),
            page.fields["nations"].values if "nations" in page.fields else (),
            page.get("standing"),
            page.get("checked"),
            tuple(_provisions(page)),
        )
        for page in pages
        if page.type == "legislation" and not page.is_index
    )


def read_agencies(pages: Iterable[Page]) -> tuple[Agency, ...]:
    """One agency for each page of type `agency`."""
    return tuple(
        Agency(page, page.title, _list(page, "also_called"), read_contacts(page))
        for page in pages
        if page.type == "agency" and not page.is_index
    )


def read_champion_tables(page: Page) -> tuple[ChampionTable, ...]:
    """The heads of the tables of a page of type `champions`."""
    tables = read_tables(page) if page.type == "champions" else ()
    return tuple(
        ChampionTable(page, table.head.place, _plain(table.head.cells), table.head.columns)
        for table in tables
    )


def read_champions(page: Page) -> tuple[tuple[Champion, ...], tuple[Unread, ...]]:
    """The champions of a page of type `champions`, and its rows that cannot be read."""
    champions: list[Champion] = []
    unread: list[Unread] = []
    tables = read_tables(page) if page.type == "champions" else ()
    if page.type == "champions" and not page.is_index and not tables:
        unread.append(_no_table(page))
    for table in tables:
        names = tuple(name.lower() for name in _plain(table.head.cells))
        for row in table.rows:
            if len(row.cells) == len(names):
                cells = tuple(zip(names, _plain(row.cells), strict=True))
                champions.append(Champion(page, row.place, cells, row.columns))
            else:
                unread.append(_row_fault(row, table))
    return tuple(champions), tuple(unread)


def _no_table(page: Page) -> Unread:
    fault = Fault(
        page.place(page.body_line),
        "the page is for champions, but no table of champions can be read",
        "write one row of column names, below it a row |---|---|, then one row for each champion",
    )
    return Unread(ROW_UNREADABLE, fault)


def read_contacts(page: Page) -> tuple[Contact, ...]:
    """The rows of every table of a page whose first columns are When and Contact."""
    return tuple(
        Contact(row.place, _plain(row.cells), row.columns)
        for row in _rows_under(page, "when", "contact")
    )


def read_signatures(page: Page) -> tuple[Signature, ...]:
    """The rows of every table of a page whose first columns are Agency and Role that signs."""
    return tuple(
        Signature(row.place, *_plain(row.cells[:2]))
        for row in _rows_under(page, "agency", "role that signs")
    )


def _rows_under(page: Page, *names: str) -> Iterator[Row]:
    """Rows of tables whose first columns are so named."""
    for table in read_tables(page):
        if tuple(cell.lower() for cell in _plain(table.head.cells[: len(names)])) == names:
            yield from (row for row in table.rows if len(row.cells) >= len(names))


def _row_fault(row: Row, table: Table) -> Unread:
    count, wanted = len(row.cells), len(table.head.cells)
    cells = "1 cell" if count == 1 else f"{count} cells"
    name = next((cell for cell in row.cells if cell), "")
    fault = Fault(
        row.place,
        f'the row of "{name}" has {cells}, but the table has {wanted} columns',
        "give it one cell for each column, with None where there is nothing to say; "
        "write a | inside a cell as \\|",
    )
    return Unread(ROW_UNREADABLE, fault)


def _list(page: Page, name: str) -> tuple[str, ...]:
    return page.fields[name].values if name in page.fields else ()


def _provisions(page: Page) -> Iterator[Provision]:
    for number, line in prose_lines(page):
        match = _HEADING.fullmatch(line)
        if match:
            yield Provision(match["id"], match["words"], page.place(number))


def _plain(cells: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(plain_words, cells))
