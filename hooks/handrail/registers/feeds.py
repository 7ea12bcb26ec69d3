"""Reviews as a calendar, changes as a feed, and all pages as data for reminders."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from handrail.dates import read_date
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.records import Change
from handrail.registers.lines import escape_text, fold


def as_calendar(handbook: Handbook) -> str:
    """One all-day event for each page's review (RFC 5545). A page keeps its UID when its date
    changes, so that the event moves in the calendars of those who subscribed."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Handrail//Reviews//EN"]
    lines += ["METHOD:PUBLISH", f"X-WR-CALNAME:{escape_text(f'Reviews: {handbook.title}')}"]
    for page in handbook.pages:
        day = read_date(page.get("review_by"))
        if day and page.get("status") != "superseded":
            lines += _event(page, day, handbook)
    return fold([*lines, "END:VCALENDAR"])


def _event(page: Page, day: date, handbook: Handbook) -> Iterator[str]:
    owner = page.get("owner") or "nobody yet"
    yield "BEGIN:VEVENT"
    yield f"UID:{_name(handbook, page.uri)}@handrail"
    yield f"DTSTAMP:{handbook.settings.today:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escape_text(f'Review due: {page.title}')}"
    yield f"DESCRIPTION:{escape_text(f'Owner: {owner}')}"
    yield f"CATEGORIES:{escape_text(owner)}"
    if handbook.url:
        yield f"URL:{_address(handbook, page)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def as_atom(handbook: Handbook, uri: str) -> str:
    """The notes of changes as a feed (RFC 4287). `uri` is its place on the site."""
    newest = handbook.changes[0].day if handbook.changes else handbook.settings.today
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
        f"<title>{escape(f'Changes: {handbook.title}')}</title>",
        f"<id>urn:uuid:{_name(handbook, uri)}</id>",
        f"<updated>{newest}T00:00:00Z</updated>",
        f"<author><name>{escape(handbook.settings.organisation)}</name></author>",
    ]
    if handbook.url:
        lines.append(f'<link rel="self" href={quoteattr(handbook.url + uri)}/>')
        lines.append(f"<link href={quoteattr(handbook.url)}/>")
    for change in handbook.changes:
        lines += _entry(change, handbook)
    return "\n".join([*lines, "</feed>"]) + "\n"


def _entry(change: Change, handbook: Handbook) -> Iterator[str]:
    name = _name(handbook, f"{change.page.uri} {change.day} {change.words}")
    yield "<entry>"
    yield f"<title>{escape(change.page.title)}</title>"
    yield f"<id>urn:uuid:{name}</id>"
    yield f"<updated>{change.day}T00:00:00Z</updated>"
    if handbook.url:
        yield f"<link href={quoteattr(_address(handbook, change.page))}/>"
    yield f"<content>{escape(change.words)}</content>"
    yield "</entry>"


def as_json(handbook: Handbook) -> str:
    """Every page with its owner and dates, for programs that send reminders.

    `{"version": 1, "protocol", "edition", "date", "pages": [{"uri", "url", "title", "type",
    "owner", "status", "audience", "approved", "last_reviewed", "review_by", "overdue",
    "changes": [{"date", "what"}]}]}`. Dates are year-month-day; what is not said is null.
    """
    return (
        json.dumps(
            {
                "version": 1,
                "protocol": handbook.title,
                "edition": handbook.settings.edition,
                "date": handbook.settings.today.isoformat(),
                "pages": [_page(page, handbook) for page in handbook.pages],
            },
            indent=1,
            ensure_ascii=False,
        )
        + "\n"
    )


def _page(page: Page, handbook: Handbook) -> dict[str, object]:
    due = read_date(page.get("review_by"))
    names = ("type", "owner", "status", "audience", "approved", "last_reviewed", "review_by")
    return {
        "uri": page.uri,
        "url": _address(handbook, page),
        "title": page.title,
        **{name: page.get(name) or None for name in names},
        "overdue": bool(due and due < handbook.settings.today),
        "changes": [
            {"date": change.day.isoformat(), "what": change.words}
            for change in handbook.changes
            if change.page.uri == page.uri
        ],
    }


def _address(handbook: Handbook, page: Page) -> str:
    return handbook.url + handbook.address(page.uri)


def _name(handbook: Handbook, what: str) -> str:
    """A name that stays the same from build to build (RFC 9562, version 5)."""
    return str(uuid5(NAMESPACE_URL, f"{handbook.url or handbook.title}#{what}"))
