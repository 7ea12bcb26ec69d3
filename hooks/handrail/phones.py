"""The one door to the library of phone numbers, phonenumbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberType

RELAY = ("18001", "18002")
"""What people who type their calls dial before a number (Relay UK)."""
SERVICES = frozenset(
    ("999", "112", "18000", "101", "105", "111", "119", "116000", "116006", "116111", "116117",
     "116123", *RELAY)
)  # fmt: skip
"""Short numbers that work everywhere in the United Kingdom."""

_DASHES = "\u2010\u2011\u2012\u2013\u2014-"
_NUMBER = re.compile(
    rf"(?<![\w.@/#&=+-])(?:\+\s*)?\(?\d(?:[\s(){_DASHES}]*\d)+(?![\w@-]|\.\d)"
    r"(?P<extension>\s*(?:ext\.?|extension|x)\s*(?P<digits>\d{1,6}))?",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}-\d{1,2}-\d{2,4}")
_MOBILE = (PhoneNumberType.MOBILE, PhoneNumberType.PAGER)
# Ofcom, "Telephone numbers for use in TV and radio drama programmes", by the digits in the UK.
_DRAMA = re.compile(
    r"07700900\d{3}|01632960\d{3}|03069990\d{3}|08081570\d{3}|02079460\d{3}"
    r"|01(?:1[3-8]|[2-6]1)4960\d{3}|01914980\d{3}|02920180\d{3}|028(?:9649|9018)[06]\d{3}"
)


@dataclass(frozen=True)
class Phone:
    """A phone number as somebody wrote it."""

    written: str
    """The words of the page."""
    start: int
    """0-based place of its first character in the text searched."""
    dial: str
    """What to dial, as RFC 3966 writes it after `tel:`."""
    valid: bool
    """True where such a number can exist."""
    mobile: bool
    """True for a mobile."""
    relay: bool
    """True where it goes through text relay."""
    example: bool
    """True where it is kept for examples: it reaches nobody."""


def find_phones(text: str) -> tuple[Phone, ...]:
    """Everything in `text` that is meant as a phone number: known short ones, and six digits or
    more. Dates are none."""
    return tuple(_phones(text))


def _phones(text: str) -> Iterator[Phone]:
    for match in _NUMBER.finditer(text):
        digits = re.sub(r"\D", "", match.group().removesuffix(match["extension"] or ""))
        if digits in SERVICES:
            yield Phone(match.group(), match.start(), digits, True, False, digits == "18000", False)
        elif len(digits) >= 6 and not _DATE.fullmatch(match.group().strip()):
            yield _phone(match)


def _phone(match: re.Match) -> Phone:
    written = match.group()
    number = written.removesuffix(match["extension"] or "")
    relay = next((code for code in RELAY if re.sub(r"\D", "", number).startswith(code)), "")
    bare = re.sub(rf"^\s*{'[^0-9]*'.join(relay)}", "", number) if relay else number
    parsed = _parsed(bare)
    national = re.sub(r"\D", "", bare) if parsed is None else f"0{parsed.national_number}"
    example = bool(_DRAMA.fullmatch(national)) and (parsed is None or parsed.country_code == 44)
    valid = example or (parsed is not None and phonenumbers.is_valid_number(parsed))
    mobile = national.startswith("07700900") if example else _is_mobile(parsed)
    dial = relay + national if relay or parsed is None else phonenumbers.format_number(
        parsed, phonenumbers.PhoneNumberFormat.E164
    )  # fmt: skip
    extension = f";ext={match['digits']}" if match["digits"] else ""
    return Phone(written, match.start(), dial + extension, valid, mobile, bool(relay), example)


def _parsed(number: str) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(number, "GB")
    except NumberParseException:
        return None


def _is_mobile(parsed: phonenumbers.PhoneNumber | None) -> bool:
    return parsed is not None and phonenumbers.number_type(parsed) in _MOBILE
