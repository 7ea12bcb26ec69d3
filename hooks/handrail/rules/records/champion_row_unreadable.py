"""Every row of a champion table has one cell for each column.

With a cell missing, a phone number slides under "Hours" and nobody gets through.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page

ID = "champion-row-unreadable"
LEVEL = "error"
ACT = ()


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """What the reader kept, as a fault."""
    return (unread.fault for unread in page.unread if unread.rule == ID)
