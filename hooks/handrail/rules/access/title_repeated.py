"""No two pages have the same title.

In a list of search results, of open tabs or of bookmarks the title is all that people see or hear.
WCAG 2.2, 2.4.2 Page titled.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook

ID = "title-repeated"
LEVEL = "warning"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each page whose title an earlier page has."""
    first: dict[str, str] = {}
    for page in handbook.pages:
        if not page.get("title"):
            continue
        title = " ".join(page.title.casefold().split())
        if title in first:
            yield Fault(
                page.place_of("title"),
                f'the title "{page.title}" is that of {first[title]} too',
                "say in one of them what sets it apart, such as the service or the year",
            )
        first.setdefault(title, page.path)
