"""Every pathway says which law it rests on.

A worker who is asked "why must I?" needs the provision, and so does a parent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from handrail.address import path_from
from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page

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
                f"link to a provision: {_example(page, handbook)}",
            )


def _example(page: Page, handbook: Handbook) -> str:
    """A link to a provision of the law that the protocol cites most, for what applies is another
    thing in another nation."""
    cited = Counter(link.uri for link in handbook.links)
    laws = [law for law in handbook.instruments if law.provisions]
    if laws:
        law = max(laws, key=lambda law: cited[law.page.uri])
        there = path_from(page.uri, law.page.uri)
        return f"[{law.provisions[0].heading}]({there}#{law.provisions[0].id})"
    return "[section 2](../legislation/act.md#section-2)"
