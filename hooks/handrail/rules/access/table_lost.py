"""What is meant as a table reaches its readers as one.

Rows pasted from Word or a spreadsheet with tabs between their cells, and rows with bars but without
the line of dashes below the first, run together into one paragraph: nobody can tell which number is
whose. WCAG 2.2, 1.3.1 Info and relationships.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.read.lines import prose_lines

ID = "table-lost"
LEVEL = "error"
ACT = ()

_TABS = re.compile(r"\S\t+(?=\S)")
_BARS = re.compile(r"\s*\|(?:[^|]*\|){2,}\s*")
_DASHES = re.compile(r"[\s|:>-]*-[\s|:>-]*")


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each run of two or more lines that look like rows of a table and are none."""
    if "\t" not in page.text and "|" not in page.text:
        return
    for number, rows in _runs(page):
        if all(_TABS.search(row) for row in rows[:2]):
            cells = re.split(r"\t+", rows[0].strip())
            head, dashes = " | ".join(cells), "---|" * len(cells)
            help = f"write | {head} | with a line |{dashes} below it, and bars in each row"
            yield Fault(page.place(number), "the rows of a table have tabs between them", help)
        elif all(_BARS.fullmatch(row) for row in rows) and not _DASHES.fullmatch(rows[1]):
            cells = rows[0].strip().strip("|").count("|") + 1
            help = f"put a line below it: |{'---|' * cells}"
            yield Fault(page.place(number), "the table has no line of dashes below its head", help)


def _runs(page: Page) -> Iterator[tuple[int, list[str]]]:
    """(line of the first, lines) of each block of two or more lines without an empty one between
    them."""
    block: list[tuple[int, str]] = []
    for numbered in (*prose_lines(page), (0, "")):
        if numbered[1].strip():
            block.append(numbered)
            continue
        if len(block) > 1:
            yield block[0][0], [row for _, row in block]
        block = []
