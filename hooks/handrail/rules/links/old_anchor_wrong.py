"""Every old anchor leads to a heading that its page has now.

A link from a printed sheet to #time-limits is to open that part, whatever its heading says today.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.moved import KEPT, old_anchors
from handrail.page import Page
from handrail.rules.near import nearest

ID = "old-anchor-wrong"
LEVEL = "error"
ACT = ()


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each entry of `old_anchors` that cannot be kept."""
    document = handbook.rendered.get(page.uri)
    if document is None:
        return
    seen: set[str] = set()
    old = {anchor.name for anchor in old_anchors(page)}
    for anchor in old_anchors(page):
        if not anchor.name or " " in anchor.name or " " in anchor.heading:
            message = f'"{anchor.written}" in old_anchors names no old and no new anchor'
            yield Fault(anchor.place, message, "write the old, then the new: contact -> contacts")
        elif anchor.heading not in document.ids or anchor.heading in old:
            near = nearest(anchor.heading, document.ids.keys() - old)
            known = f"did you mean {anchor.name} -> {near}?" if near else ""
            help = known or "name a heading of this page"
            message = f'"{anchor.heading}" in old_anchors is no heading of this page'
            yield Fault(anchor.place, message, help)
        elif document.ids[anchor.name].attr("class") != KEPT or anchor.name in seen:
            message = f'"{anchor.name}" in old_anchors is an anchor that this page has anyway'
            yield Fault(anchor.place, message, "remove it from old_anchors")
        seen.add(anchor.name)
