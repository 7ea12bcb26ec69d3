"""Mends how tables are written: uneven spaces, missing outer pipes, dashes of a word processor."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from handrail.dates import meant
from handrail.page import Page
from handrail.read.pages import FENCE
from handrail.read.registers import read_champions
from handrail.read.tables import Table, cell_spans, mend_tables, read_tables
from handrail.write.plain import plain_lines
from handrail.write.source import Mend

WIDEST = 120
"""Characters up to which a table is lined up; a wider one gets one space around each cell."""
CONFIRMED = "last confirmed"
_BORDERS = re.compile(r"[ >]{0,3}(?:> ?)*\|.*\|\s*")


def mend_tables_of(page: Page, lines: Sequence[str]) -> Iterator[Mend]:
    """Tables whose rows are written unevenly, and signs in them that Markdown does not know.

    A table that its writer lined up is lined up; another gets one space around each cell. Rows
    without the right number of cells, and tables without outer pipes, stay as they are.
    """
    mended = list(lines)
    # Reading took one character for one, so the lines are where they were.
    for index, text in enumerate(mend_tables("\n".join(lines)).split("\n")):
        mended[index] = text
    plain = {number for number, _ in plain_lines(page)}
    for table in read_tables(page):
        if plain.issuperset(_numbers(table)) and _is_sure(table, mended):
            for index, text in _written_well(table, mended):
                mended[index] = text
    for index, (before, after) in enumerate(zip(lines, mended, strict=True)):
        if before != after:
            yield Mend(index + 1, "table", before, after)


def mend_confirmed(page: Page, lines: Sequence[str]) -> Iterator[Mend]:
    """Dates below Last confirmed in another form than year-month-day."""
    for champion in read_champions(page)[0]:
        value, at = champion.get(CONFIRMED), champion.place_of(CONFIRMED)
        line, day = lines[at.line - 1], meant(value)
        if day and value != str(day) and line.startswith(value, at.column - 1):
            after = line[: at.column - 1] + str(day) + line[at.column - 1 + len(value) :]
            yield Mend(at.line, "date", line, after)


def _is_sure(table: Table, lines: Sequence[str]) -> bool:
    """True where what looks like a table is one, so that spaces in it mean nothing."""
    top = table.head.place.line - 1
    above = lines[top - 1] if top else ""
    rows = [lines[number - 1] for number in _numbers(table)]
    return (
        (not above.strip(" >\t") or above.rstrip() == FENCE)
        and len(_cells(rows[1])) == len(table.head.cells) > 1
        and all(map(_BORDERS.fullmatch, rows[:2]))
        and len({row[: _start(row)].replace(" ", "") for row in rows}) == 1
        and not any("<!--" in row for row in rows)
    )


def _written_well(table: Table, lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """(index, text) of each line of a table that is written unevenly."""
    top = table.head.place.line - 1
    columns = len(table.head.cells)
    indexes = [number - 1 for number in _numbers(table)]
    whole = [index for index in indexes if len(_cells(lines[index])) == columns]
    rows = [index for index in whole if index != top + 1]
    if _is_lined_up([lines[index] for index in whole]) or all(
        lines[index] == _row(lines[index], [0] * columns) for index in rows
    ):
        return
    widths = [max(3, *(len(_cells(lines[i])[n]) for i in rows)) for n in range(columns)]
    spread = any(re.search(r"\S\s{2,}\||\|\s{2,}\S", lines[index]) for index in rows)
    if not spread or sum(widths) + 3 * columns + 1 > WIDEST:
        widths = [0] * columns
    for index in whole:
        write = _rule if index == top + 1 else _row
        yield index, write(lines[index], widths)


def _numbers(table: Table) -> list[int]:
    """The 1-based lines of a table."""
    top = table.head.place.line
    return [top, top + 1, *(row.place.line for row in table.rows)]


def _is_lined_up(lines: Sequence[str]) -> bool:
    """True where the cells of all lines begin and end at the same columns."""
    return len({(tuple(cell_spans(line, _start(line))), len(line)) for line in lines}) == 1


def _row(line: str, widths: Sequence[int]) -> str:
    cells = (cell.ljust(width) for cell, width in zip(_cells(line), widths, strict=True))
    return f"{line[: _start(line)]}| {' | '.join(cells)} |"


def _rule(line: str, widths: Sequence[int]) -> str:
    """The line below the head, which keeps how its columns are aligned."""
    cells = []
    for cell, width in zip(_cells(line), widths, strict=True):
        left, right = ":" * cell.startswith(":"), ":" * cell.endswith(":")
        cells.append(left + "-" * max(width + 2 - len(left + right), 3) + right)
    return f"{line[: _start(line)]}|{'|'.join(cells)}|"


def _cells(line: str) -> list[str]:
    return [line[at:end].strip(" \t") for at, end in cell_spans(line.rstrip(), _start(line))]


def _start(line: str) -> int:
    return len(line) - len(line.lstrip(" >\t"))
