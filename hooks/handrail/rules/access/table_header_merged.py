"""Each header of a table belongs to one column or one row.

With a header over two columns, screen readers say the wrong one or none, and on a phone and in
print the columns come apart. WCAG 2.2, 1.3.1 Info and relationships.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.html import words
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "table-header-merged"
LEVEL = "error"
ACT = ()
LOOKS_AT = frozenset(("[colspan]", "[rowspan]"))

_SPANS = {"colspan": "columns", "rowspan": "rows"}


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each header that spans columns or rows."""
    written = written_of(page, handbook)
    for header in written.elements("th"):
        for name, things in _SPANS.items():
            count = (header.attr(name) or "1").strip()
            if count != "1":
                yield Fault(
                    written.place_of_attribute(header, name),
                    f'header "{words(header)}" of the table spans {count} {things}',
                    "give each its own header, or make two tables",
                )
