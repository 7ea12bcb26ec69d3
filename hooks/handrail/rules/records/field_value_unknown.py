"""Entries with a fixed choice of words use one of them.

Status, type and audience decide how a page is shown and to whom; a word of one's own decides
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.near import did_you_mean
from handrail.rules.records.schema import CHOICES

ID = "field-value-unknown"
LEVEL = "error"
ACT = ()


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each value that is not among those to choose from."""
    for name, choice in CHOICES.items():
        for value in page.fields[name].values if name in page.fields else ():
            if value not in choice:
                help = did_you_mean(value, choice, f"choose from: {', '.join(choice)}")
                yield Fault(page.place_of(name), f'{name} cannot be "{value}"', help)
