"""Reads the notes of what changed on a page."""

from __future__ import annotations

import re
from datetime import date

from handrail.finding import Fault, Place, Unread
from handrail.page import Page
from handrail.records import Change

NOTE_WRONG = "change-note-wrong"

_NOTE = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})\s*:\s*(?P<words>\S.*)", re.DOTALL)


def read_changes(page: Page) -> tuple[tuple[Change, ...], tuple[Unread, ...]]:
    """The items of `changes` in a page's front matter, and those that cannot be read."""
    field = page.fields.get("changes")
    changes: list[Change] = []
    unread: list[Unread] = []
    for note, place in zip(field.values, field.places, strict=False) if field else ():
        match = _NOTE.fullmatch(note)
        day = _day(match["day"]) if match else None
        if day:
            changes.append(Change(page, place, day, " ".join(match["words"].split())))
        else:
            unread.append(_wrong(note, place))
    return tuple(changes), tuple(unread)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _wrong(note: str, place: Place) -> Unread:
    fault = Fault(
        place,
        f'"{note}" does not say on which day something changed, and what',
        "write it as - 2026-11-21: Visits now within 5 working days",
    )
    return Unread(NOTE_WRONG, fault)
