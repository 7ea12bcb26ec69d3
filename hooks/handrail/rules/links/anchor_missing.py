"""Every link to a heading leads to a heading that exists.

The page opens, but at its top: the reader takes the first thing there for what was meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.rules.near import nearest

ID = "anchor-missing"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each link whose page exists and whose anchor does not."""
    for link in handbook.links:
        document = handbook.rendered.get(link.uri)
        if link.anchor and document and link.anchor not in document.ids:
            near = nearest(link.anchor, document.ids)
            help = f"did you mean #{near}?" if near else "link to the page without the part after #"
            title = handbook.page[link.uri].title
            yield Fault(link.place, f'"{title}" has no heading #{link.anchor}', help)
