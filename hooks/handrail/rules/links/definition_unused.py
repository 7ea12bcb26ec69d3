"""Every link definition is used.

One that no link uses is left over from a change, or its link has lost its name.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.read.definitions import LINK

ID = "definition-unused"
LEVEL = "warning"
ACT = ()


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each link definition whose name no link has."""
    definitions = handbook.definitions[page.uri]
    for mark in definitions.defined:
        if mark.kind == LINK and mark.key not in definitions.mentioned:
            help = f"link with it: [words][{mark.name}], or remove it"
            yield Fault(mark.place, f"no link uses {mark.written}", help)
