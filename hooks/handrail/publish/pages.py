"""What templates show of a page beside its own words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from handrail.finding import Finding
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.publish.prints import BOOK, has_sheet, sheet_uri


@dataclass(frozen=True)
class PageView:
    """One page, ready to show. Dates are in words."""

    organisation: str
    """Who publishes the protocol."""
    edition: str
    """The edition's name."""
    type: str
    """The page's type."""
    owner: str
    """The role that answers for the page."""
    status: str
    """`draft`, `in force`, `under review` or `superseded`."""
    approved: str
    """When it was approved; empty where it was not."""
    review_by: str
    """When it is to be reviewed."""
    review_date: str
    """The same as YYYY-MM-DD, for the reader's browser to compare; empty where unknown."""
    overdue: bool
    """True where the review date has passed."""
    book: str
    """The protocol's PDF, from the site's root; empty in a preview."""
    sheet: str
    """The pathway's sheet, from the site's root; empty where there is none."""
    findings: tuple[Finding, ...]
    """What the check found on this page."""


def page_view(
    handbook: Handbook, uri: str, findings: Iterable[Finding], prints: bool
) -> PageView | None:
    """The view of the page at `uri`; None for a page that is not the protocol's.

    `prints` says whether this build prints PDFs to link to.
    """
    page = handbook.page.get(uri)
    if page is None:
        return None
    due = _date(page, "review_by")
    return PageView(
        handbook.settings.organisation,
        handbook.settings.edition,
        page.type,
        page.get("owner"),
        page.get("status"),
        in_words(_date(page, "approved")),
        in_words(due),
        due.isoformat() if due else "",
        bool(due and due < handbook.settings.today),
        BOOK if prints else "",
        sheet_uri(page) if prints and has_sheet(handbook, page) else "",
        tuple(finding for finding in findings if finding.place.path == page.path),
    )


def in_words(day: date | None) -> str:
    """A date as British readers write it, such as 21 May 2027; empty for none."""
    return f"{day.day} {day:%B %Y}" if day else ""


def _date(page: Page, name: str) -> date | None:
    try:
        return date.fromisoformat(page.get(name))
    except ValueError:
        return None
