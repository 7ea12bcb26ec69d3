"""What front matter may say: the one list of entries, their choices and examples."""

from __future__ import annotations

import re
from datetime import date

from handrail.page import Page

EXAMPLES = {
    "title": "Referral to the young carers service",
    "description": "How any service refers a young carer, and what happens next.",
    "type": "pathway",
    "owner": "Head of service, early help",
    "status": "draft",
    "review_by": "2027-05-21",
    "audience": "staff",
    "agency": "../agencies/adult-social-care.md",
    "nations": "[England, Wales]",
    "standing": "in force",
}
"""An example of each entry that some page must have."""

CHOICES = {
    "type": ("section", "pathway", "legislation", "agency", "champions"),
    "status": ("draft", "in force", "under review", "superseded"),
    "audience": ("staff", "public"),
    "nations": ("England", "Wales", "Scotland", "Northern Ireland"),
    "standing": ("in force", "partly in force", "not yet in force", "superseded"),
}
"""The values that an entry can have."""

DATES = ("approved", "review_by", "checked")
"""Entries that are dates."""

_EVERY = ("title", "description", "type", "owner", "status", "review_by", "audience")
_OPTIONAL = ("approved", "also_called")
_OF_TYPE = {
    "legislation": (("nations", "standing"), ("key", "link", "checked", "checked_by")),
    "champions": (("agency",), ()),
}


def required(page: Page) -> tuple[str, ...]:
    """Entries that a page of this type must have. The page that introduces a register needs only
    those of every page."""
    return _EVERY + (_OF_TYPE.get(page.type, ((), ()))[0] if not page.is_index else ())


def known(page: Page) -> tuple[str, ...]:
    """Entries that a page of this type may have; of any type, where its type is none we know."""
    if page.type not in CHOICES["type"]:
        of_types = (name for lists in _OF_TYPE.values() for names in lists for name in names)
        return (*_EVERY, *_OPTIONAL, *of_types)
    needed, optional = _OF_TYPE.get(page.type, ((), ()))
    return _EVERY + _OPTIONAL + needed + optional


def read_date(value: str) -> date | None:
    """A date written year-month-day; None where it is not one."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
