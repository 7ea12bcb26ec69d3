"""A page's front matter has every entry that readers rely on.

Staff judge a page by its owner, status and review date; search and menus live on title and
description.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.records.schema import EXAMPLES, required

ID = "field-missing"
LEVEL = "error"
ACT = ()


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each entry that is absent or empty."""
    if not page.fields:
        return
    for name in required(page):
        if name not in page.fields:
            message = f'the front matter does not say "{name}"'
            yield Fault(page.start, message, f"add a line such as {name}: {EXAMPLES[name]}")
        elif not page.get(name):
            message = f'front-matter entry "{name}" is empty'
            help = f"write it behind the colon, such as {name}: {EXAMPLES[name]}"
            yield Fault(page.place_of(name), message, help)
