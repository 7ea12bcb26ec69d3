"""Where a page has several tables, each is named by what stands right before it.

People who jump from table to table hear "table with 3 columns and 5 rows" and its first cell, no
more. A heading or a sentence right before the table names it, on the site, in print and on the code
host alike; so does a first header that no other table of the page has. WCAG 2.2, 1.3.1 Info and
relationships.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.html import Element, words
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "table-unnamed"
LEVEL = "warning"
ACT = ()
LOOKS_AT = frozenset(("table",))

_NAMING = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "p", "summary", "dt", "figcaption"))


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each of several tables that begins like another and has no name before it."""
    written = written_of(page, handbook)
    tables = list(written.elements("table"))
    heads = [_head(table) for table in tables]
    common = Counter(heads)
    for table, head in zip(tables, heads, strict=True):
        if common[head] > 1 and not _is_named(table):
            yield Fault(
                written.place(table),
                f'{common[head]} tables of the page begin with "{head}"; nothing names this one',
                "write a heading or a sentence right before it that says what it lists",
            )


def _head(table: Element) -> str:
    cell = next(table.iter_elements(("th", "td")), None)
    return words(cell) if cell is not None else ""


def _is_named(table: Element) -> bool:
    """True where the table has a caption or a name, or the block before it can name it."""
    if table.attr("aria-label") or table.attr("aria-labelledby") or table.find("caption"):
        return True
    before = next((node for node in table.previous_siblings if isinstance(node, Element)), None)
    return before is not None and before.tag in _NAMING and bool(before.text.strip())
