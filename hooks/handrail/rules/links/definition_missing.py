"""Every link by name has the line that says where it leads.

Without it readers see [the duty desk][desk] with its brackets and no link.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.read.definitions import LINK
from handrail.rules.links.shown import is_shown
from handrail.rules.near import nearest

ID = "definition-missing"
LEVEL = "error"
ACT = ()


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each link by a name that the page does not define."""
    definitions = handbook.definitions[page.uri]
    known, document = definitions.keys(LINK), handbook.rendered.get(page.uri)
    for mark in definitions.used:
        if mark.kind == LINK and mark.key not in known and is_shown(mark, document):
            near = nearest(mark.name, known)
            help = f"did you mean [{near}]?" if near else f"add a line: [{mark.name}]: page.md"
            message = f'"{mark.written}" is no link: nothing says where [{mark.name}] leads'
            yield Fault(mark.place, message, help)
