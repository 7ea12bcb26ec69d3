"""Front matter has only entries that mean something.

A misspelt entry looks filled in to its writer and is missing for everyone else.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.near import did_you_mean
from handrail.rules.records.schema import known

ID = "field-unknown"
LEVEL = "error"
ACT = ()


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each entry that no page of this type has."""
    names = known(page)
    for field in page.fields.values():
        if field.name not in names:
            help = did_you_mean(field.name, names, "remove it, or put its words into the page")
            kind = f'a page of type "{page.type}"' if page.type else "front matter"
            yield Fault(field.place, f'{kind} has no entry "{field.name}"', help)
