"""A page in force says what changed since the last edition.

Staff who know the page by heart go on working to what it said before. Only `handrail check --since
EDITION` looks for this: it compares with an earlier edition in git.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page

ID = "change-without-note"
LEVEL = "error"
ACT = ()


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault where the words of a page in force changed and its notes did not."""
    before = handbook.before.get(page.uri)
    if before is None or "in force" not in (page.get("status"), before.get("status")):
        return
    if _words(page) != _words(before) and not _notes(page) - _notes(before):
        yield Fault(
            page.place_of("changes"),
            f"the page has changed since {handbook.since} and no note says how",
            f"add to changes: a line such as - {handbook.settings.today}: what changed",
        )


def _words(page: Page) -> list[str]:
    return page.body.split()


def _notes(page: Page) -> set[str]:
    return set(page.fields["changes"].values) if "changes" in page.fields else set()
