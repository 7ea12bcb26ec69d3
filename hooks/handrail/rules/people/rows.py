"""What a row of contacts is for, told by its words."""

from __future__ import annotations

import re

from handrail.records import Contact

_EMERGENCY = re.compile(
    r"\b(?:danger|emergency services?|in an emergency|999|112|life-threatening)\b", re.IGNORECASE
)
_OUT_OF_HOURS = re.compile(
    r"\b(?:(?:any|all) (?:other )?(?:times?|hours?)|out[- ]of[- ](?:office )?hours|nights?"
    r"|evenings?|weekends?|bank holidays?|24[- /]?(?:hours?|7)|day and night|round the clock|always"
    r"|every day|seven days|7 days|at once, day or night)\b",
    re.IGNORECASE,
)
_ACCESSIBLE = re.compile(
    r"\b(?:text ?relay|relay uk|text ?phone|minicom|1800[012]|bsl|sign language|sign ?video"
    r"|interpreter|sms|text message)\b",
    re.IGNORECASE,
)


def is_emergency(contact: Contact) -> bool:
    """True for a row that is for danger to life."""
    return bool(_EMERGENCY.search(contact.words))


def is_out_of_hours(contact: Contact) -> bool:
    """True for a row that is for nights and weekends, but not only for danger to life."""
    return bool(_OUT_OF_HOURS.search(contact.words)) and not is_emergency(contact)


def is_accessible(contact: Contact) -> bool:
    """True for a row that somebody can use who does not hear or speak on the phone."""
    return bool(_ACCESSIBLE.search(contact.words))
