"""Review: what is due when and with whom, what changed, and the same as feeds for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from html import escape
from itertools import groupby

from handrail.dates import in_words, read_date
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.registers import feeds
from handrail.registers.addition import Addition
from handrail.registers.markup import link, table

CALENDAR, AMENDMENTS, PAGES = "reviews.ics", "amendments.xml", "pages.json"
"""Where the feeds stand on the site."""


def add(page: Page, handbook: Handbook) -> Iterator[Addition]:
    """The lists that a page asks for under `shows`, in the order in which it names them."""
    for name in page.fields["shows"].values if "shows" in page.fields else ():
        if name in LISTS:
            yield Addition(LISTS[name](page, handbook))


def files(handbook: Handbook) -> Iterator[tuple[str, Callable[[], str]]]:
    """The feeds."""
    yield CALENDAR, partial(feeds.as_calendar, handbook)
    yield AMENDMENTS, partial(feeds.as_atom, handbook, AMENDMENTS)
    yield PAGES, partial(feeds.as_json, handbook)


def due(handbook: Handbook) -> list[Page]:
    """Pages that are to be reviewed, the earliest first. What has been replaced is not."""
    pages = [page for page in handbook.pages if page.get("status") != "superseded"]
    dated = [page for page in pages if read_date(page.get("review_by"))]
    return sorted(dated, key=lambda page: (page.get("review_by"), page.title))


def _due_for_review(page: Page, handbook: Handbook) -> str:
    pages = due(handbook)
    months = "\n".join(
        f"<h3>{read_date(f'{month}-01'):%B %Y}</h3>\n"
        + table(
            f"To be reviewed in {read_date(f'{month}-01'):%B %Y}",
            ("By", "Page", "Owner", "Status"),
            [_row(page, other, handbook.settings.today) for other in group],
        )
        for month, group in groupby(pages, key=lambda other: other.get("review_by")[:7])
    )
    owners = sorted(sorted({other.get("owner") for other in pages}), key=str.casefold)
    calendar = _feed(page, CALENDAR, "Subscribe to these dates in a calendar (iCalendar)")
    return (
        f'<h2 id="due-by-month">Due, by month</h2>\n<p data-no-print>{calendar}</p>\n{months}\n'
        '<h2 id="due-by-owner">Due, by owner</h2>\n'
        + table(
            "Pages of each owner, with the date of the next review",
            ("Owner", "Pages"),
            [(escape(owner), _of_owner(page, owner, pages)) for owner in owners],
        )
    )


def _row(page: Page, other: Page, today: date) -> tuple[str, ...]:
    day = read_date(other.get("review_by"))
    # On a site that nobody rebuilds, the reader's browser shows the word once the date has passed.
    hidden = "" if day < today else " hidden"
    late = f' <strong data-review-by="{day}"{hidden}>Overdue</strong>'
    return (
        in_words(day) + late,
        link(page, other.uri, other.title),
        escape(other.get("owner")),
        escape(other.get("status").capitalize()),
    )


def _of_owner(page: Page, owner: str, pages: list[Page]) -> str:
    own = [other for other in pages if other.get("owner") == owner]
    items = [
        f"<li>{link(page, other.uri, other.title)}, "
        f"{in_words(read_date(other.get('review_by')))}</li>"
        for other in own
    ]
    return f"<ul>{''.join(items)}</ul>"


def _changes(page: Page, handbook: Handbook) -> str:
    feed = _feed(page, AMENDMENTS, "Follow the changes in a feed reader (Atom)")
    if not handbook.changes:
        return f"<p>No change has been noted yet.</p>\n<p data-no-print>{feed}</p>"
    rows = [
        (in_words(change.day), link(page, change.page.uri, change.page.title), escape(change.words))
        for change in handbook.changes
    ]
    return (
        '<h2 id="changes">What changed</h2>\n'
        + table("Changes, the latest first", ("Date", "Page", "What changed"), rows)
        + f"\n<p data-no-print>{feed}</p>"
    )


def _feed(page: Page, name: str, words: str) -> str:
    return link(page, name, words)


LISTS = {"due for review": _due_for_review, "changes": _changes}
"""What a page can show, by the name in its front matter."""
