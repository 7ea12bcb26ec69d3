"""An anchor that a published heading had keeps working when the heading is renamed.

A link from elsewhere to one part of a long page is to open that part, not the top. Only
`handrail check --since EDITION` looks for this: it compares with an earlier edition in git.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.near import nearest

ID = "anchor-lost"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each anchor of the earlier edition that its page, wherever it is, has not."""
    for uri, anchors in handbook.anchors_before.items():
        page = handbook.page.get(handbook.moved.get(uri, uri))
        document = handbook.rendered.get(page.uri) if page else None
        for anchor in sorted(anchors - document.anchors) if document else ():
            yield _fault(anchor, uri, page, anchors, handbook)


def _fault(anchor: str, uri: str, page: Page, before: frozenset[str], handbook: Handbook) -> Fault:
    now = handbook.rendered[page.uri].ids
    new = [name for name in now if name not in before and not name.startswith(("fn", "pathway-"))]
    near = nearest(anchor, new) or nearest(anchor, now) or "the-new-one"
    address = f"/{handbook.address(uri)}#{anchor}"
    return Fault(
        page.place_of("old_anchors"),
        f"{address} was an address in {handbook.since} and would be none now",
        f"add here: old_anchors: [{anchor} -> {near}]",
    )
