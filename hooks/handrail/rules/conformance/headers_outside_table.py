"""The `headers` of a table cell name other cells of the same table.

`headers` ties a cell to what heads it. Where it names something else, people who use a screen
reader hear a figure without knowing what it counts.

WCAG 2.2, 1.3.1 Info and Relationships. ACT rule a25f45.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from handrail.access.facts import Facts, facts_of, nearest, parent
from handrail.access.hidden import is_exposed, is_visible
from handrail.access.quoting import cut
from handrail.access.semantics import role_of
from handrail.access.tables import TABLES
from handrail.finding import Fault
from handrail.html import Document, Element

ID = "headers-outside-table"
LEVEL = "error"
ACT = ("a25f45",)
LOOKS_AT = frozenset(("[headers]",))


def check_html(document: Document) -> Iterator[Fault]:
    """Find cells whose `headers` attribute leads out of their table or nowhere."""
    facts = facts_of(document)
    cells = [cell for cell in facts.html("td", "th") if (cell.attr("headers") or "").strip()]
    named = _named_cells(facts) if cells else {}
    for cell in cells:
        table = _table_of(facts, cell)
        if table is None or role_of(facts, table) not in TABLES:
            continue
        if is_exposed(facts, cell) and is_visible(facts, cell):
            for name in (cell.attr("headers") or "").split():
                if not any(other != cell for other in named.get((table, name), ())):
                    yield _fault(document, cell, name)


def _named_cells(facts: Facts) -> dict[tuple[Element | None, str], list[Element]]:
    """Cells with an ID, by their table and that ID."""
    named: dict[tuple[Element | None, str], list[Element]] = defaultdict(list)
    for cell in facts.html("td", "th"):
        name = cell.attr("id")
        if name:
            named[_table_of(facts, cell), name].append(cell)
    return named


def _table_of(facts: Facts, cell: Element) -> Element | None:
    known = facts.answers["table of cell"]
    return nearest(parent(cell), known, lambda above: above.tag == "table")


def _fault(document: Document, cell: Element, name: str) -> Fault:
    return Fault(
        document.place(cell),
        f'headers="{cut(name)}" does not name another cell of the same table',
        "use the id of a header cell in this table, or remove headers and let rows and columns "
        "speak for themselves",
    )
