"""Links lead to headings by anchors that stay.

Where several headings of a page have the same words, their anchors are counted: when one is added
above, #contacts_1 is another heading, and the link silently leads there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.link import Link

ID = "anchor-counted"
LEVEL = "warning"
ACT = ()

_COUNTED = re.compile(r"(.+)_\d+")


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each link to an anchor that has its number only because of headings above."""
    for link in handbook.links:
        counted = _COUNTED.fullmatch(link.anchor)
        document = handbook.rendered.get(link.uri)
        if not counted or not document or link.made:
            continue
        both = {link.anchor, counted[1]} <= document.anchors
        if both and not _is_written(link, handbook):
            yield Fault(
                link.place,
                f"#{link.anchor} is the anchor of a heading only as long as no other "
                f"#{counted[1]} comes above it",
                "give that heading an anchor of its own: {#its-name}, and link to it",
            )


def _is_written(link: Link, handbook: Handbook) -> bool:
    """True where a writer chose the anchor."""
    text = handbook.page[link.uri].text
    return re.search(rf"[#\"'= ]{re.escape(link.anchor)}[\s\"'}}>]", text) is not None
