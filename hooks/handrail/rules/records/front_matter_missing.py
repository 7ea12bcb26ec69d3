"""Every page starts with front matter that says what it is and who owns it.

Without it staff cannot tell who answers for the page or whether it is still current.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.records import front_matter_unreadable, page_not_utf8

ID = "front-matter-missing"
LEVEL = "error"
ACT = ()

FENCE = "---"


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault where the page has no front matter at all, or words before it."""
    told = (front_matter_unreadable.ID,) if page.text else (page_not_utf8.ID,)
    if page.fields or any(unread.rule in told for unread in page.unread):
        return
    lines = page.text.split("\n")
    first = next((number for number, line in enumerate(lines, 1) if line.strip()), 1)
    if lines[first - 1].strip() == FENCE and lines[0].rstrip() != FENCE:
        yield Fault(
            page.place(first),
            "the front matter does not begin at the first character of the page",
            "remove the empty lines and spaces before its first ---",
        )
    else:
        yield Fault(
            page.start,
            "the page has no front matter",
            "start it with a line ---, then title: and the other entries, then a line ---",
        )
