"""Every page starts with front matter that says what it is and who owns it.

Without it staff cannot tell who answers for the page or whether it is still current.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page

ID = "front-matter-missing"
LEVEL = "error"
ACT = ()


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault where the page has no front matter at all."""
    if not page.fields and not page.unread:
        yield Fault(
            page.start,
            "the page has no front matter",
            "start it with a line ---, then title: and the other entries, then a line ---",
        )
