"""What templates show of a page beside its own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from handrail.dates import in_words, read_date
from handrail.finding import Finding
from handrail.handbook import Handbook
from handrail.html import LINE, words
from handrail.publish.uris import prints_of, sheet_uri

_KINDS = {".pdf": "PDF", ".docx": "Word", ".epub": "EPUB"}


@dataclass(frozen=True)
class Download:
    """A file that a page leads to."""

    words: str
    """What it is."""
    uri: str
    """Its path in the site."""
    kind: str
    """What programs it is for: `PDF`, `Word` or `EPUB`."""
    size: str
    """Its size in words."""


@dataclass(frozen=True)
class PageView:
    """One page, ready to show. Dates are in words."""

    organisation: str
    """Who publishes the protocol."""
    edition: str
    """The edition's name."""
    published: str
    """The day the site was built."""
    type: str
    """The page's type."""
    owner: str
    """The role that answers for the page."""
    status: str
    """`draft`, `in force`, `under review` or `superseded`."""
    approved: str
    """When it was approved; empty where it was not."""
    last_reviewed: str
    """When it was last reviewed; empty where nobody says."""
    changed: str
    """When it last changed; empty where no note says."""
    change: str
    """What changed then."""
    review_by: str
    """When it is to be reviewed."""
    review_date: str
    """The same as YYYY-MM-DD, for the reader's browser to compare; empty where unknown."""
    overdue: bool
    """True where the review date has passed."""
    sheet: str
    """The pathway's sheet, from the site's root; empty where there is none."""
    downloads: tuple[Download, ...]
    """The files that hold the page, the sheet first; none in a preview."""
    added: tuple[tuple[str, str], ...]
    """Headings that the registers add to the page, for its contents: (ID, words)."""
    findings: tuple[Finding, ...]
    """What the check found on this page."""


def page_view(
    handbook: Handbook, uri: str, findings: Iterable[Finding], prints: Mapping[str, int]
) -> PageView | None:
    """The view of the page at `uri`; None for a page that is not the protocol's.

    `prints` has the bytes of each PDF that this build printed, by its path in the site.
    """
    page = handbook.page.get(uri)
    if page is None:
        return None
    due = read_date(page.get("review_by"))
    changes = [change for change in handbook.changes if change.page.uri == uri]
    return PageView(
        handbook.settings.organisation,
        handbook.settings.edition,
        in_words(handbook.settings.today),
        page.type,
        page.get("owner"),
        page.get("status"),
        in_words(read_date(page.get("approved"))),
        in_words(read_date(page.get("last_reviewed"))),
        in_words(changes[0].day) if changes else "",
        changes[0].words if changes else "",
        in_words(due),
        due.isoformat() if due else "",
        bool(due and due < handbook.settings.today),
        sheet_uri(page) if sheet_uri(page) in prints else "",
        tuple(
            Download(words, printed, _kind(printed), size_in_words(prints[printed]))
            for words, printed in prints_of(handbook, page)
            if printed in prints
        ),
        tuple(_added(handbook, uri)),
        tuple(finding for finding in findings if finding.place.path == page.path),
    )


def _added(handbook: Handbook, uri: str) -> Iterator[tuple[str, str]]:
    """A heading that a writer wrote has a line in the writer's file."""
    document = handbook.rendered.get(uri)
    for heading in document.elements("h2") if document else ():
        if heading.attr("id") and heading.attr(LINE) is None:
            yield heading.attr("id"), words(heading)


def _kind(uri: str) -> str:
    return _KINDS[PurePath(uri).suffix]


def size_in_words(size: int) -> str:
    """Bytes as readers are told them: `78 KB`, `7.8 MB`."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} KB"
    return f"{size / 1_000_000:.1f} MB"
