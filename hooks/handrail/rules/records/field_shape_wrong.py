"""Entries with one value have one, and several values stand in a list.

Two owners are none; words with commas between them are found only by those who type all of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Field, Page
from handrail.rules.records.schema import LISTS, known

ID = "field-shape-wrong"
LEVEL = "error"
ACT = ()


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each list that should be one value, and each value that should be a list."""
    names = known(page)
    for field in page.fields.values():
        if field.name in names and field.name not in LISTS and field.listed:
            yield Fault(
                field.place,
                f"{field.name} is a list, but it can have only one value",
                f"write it on one line: {field.name}: {next(iter(field.values), '')}".strip(),
            )
        elif field.name in LISTS and not field.listed and _is_joined(field.value):
            message = f'{field.name} is "{field.value}", all in one'
            yield Fault(field.place, message, _as_list(field))


def _is_joined(value: str) -> bool:
    """True for several values in one; a list that is only badly closed is reported as such."""
    return "," in value and not value.startswith("[")


def _as_list(field: Field) -> str:
    items = [item.strip() for item in field.value.split(",") if item.strip()]
    return f"write a list: {field.name}: [{', '.join(items)}]"
