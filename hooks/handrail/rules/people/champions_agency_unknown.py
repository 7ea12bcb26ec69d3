"""A page of champions names the page of their agency.

Only so do the champions stand on the pathways in which their agency acts.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.address import path_from
from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.near import nearest

ID = "champions-agency-unknown"
LEVEL = "error"
ACT = ()


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault where `agency` leads to no page of type agency."""
    written = page.get("agency")
    if page.type != "champions" or not written or page.uri in handbook.agency_of:
        return
    pages = [path_from(page.uri, agency.page.uri) for agency in handbook.agencies]
    near = nearest(written, pages)
    help = f"did you mean {near}?" if near else "write the way to it from this page"
    yield Fault(page.place_of("agency"), f'"{written}" is not the page of an agency', help)
