"""Every pathway says which law it rests on.

A worker who is asked "why must I?" needs the provision, and so does a parent.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook

ID = "pathway-without-law"
LEVEL = "warning"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each pathway page without a link to a page of law or guidance."""
    law = {page.uri for page in handbook.pages if page.type == "legislation"}
    citing = {link.page for link in handbook.links if link.uri in law}
    for page in handbook.pages:
        if page.type == "pathway" and not page.is_index and page.uri not in citing:
            yield Fault(
                page.start,
                f'pathway "{page.title}" cites no law',
                "link to a provision: [section 17](../legislation/children-act-1989.md#section-17)",
            )
