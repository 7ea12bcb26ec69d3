"""The front matter of a page can be read.

One stray quote mark or a missing fence, and the page loses its owner, its status and its review
date.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page

ID = "front-matter-unreadable"
LEVEL = "error"
ACT = ()


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """What the reader kept, as a fault."""
    return (unread.fault for unread in page.unread if unread.rule == ID)
