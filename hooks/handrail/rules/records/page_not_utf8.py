"""Every page is UTF-8 text.

In another encoding, letters with accents and pound signs turn into rubbish for readers, search and
screen readers alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page

ID = "page-not-utf8"
LEVEL = "error"
ACT = ()


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """What the reader kept, as a fault."""
    return (unread.fault for unread in page.unread if unread.rule == ID)
