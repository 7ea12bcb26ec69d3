"""Finds the time limit in a step's words."""

from __future__ import annotations

import re

_NUMBER = (
    r"(?:\d+(?:\s*(?:-|–|to)\s*\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
)
_UNIT = r"(?:working |calendar )?(?:minute|hour|day|week|month|year)s?"
_SPAN = rf"{_NUMBER}[\s-]*{_UNIT}"
_EVENT = (
    r"(?:discharge|(?:the )?birth|(?:the )?move|leaving|"
    r"(?:the )?end of the (?:same )?(?:working )?day|(?:the )?first meeting|"
    r"(?:the )?next working day|\d+ weeks|mid-pregnancy|(?:the age of )?\d+th birthday)"
)
_WORD = r"(?!(?:and|or|is|are|by|within|to)\b)\w+"
_PHRASE = r"(?:(?! (?:and|is|are)\b)[^,.;()])+"
_FORMS = (
    rf"(?:no later than|within|in under|at most|not more than) (?:the )?(?:first |next )?{_SPAN}"
    rf"(?: (?:of|from|after) {_PHRASE})?",
    rf"(?:at least )?{_SPAN} before {_PHRASE}",
    rf"(?:no later than|by|before) {_EVENT}",
    rf"between {_NUMBER} and {_SPAN}(?: of pregnancy)?",
    rf"(?:for )?at least {_SPAN}",
    r"(?:on )?the same (?:working )?day|same[ -]day",
    r"(?:the )?next working day",
    r"at the (?:first|next) [\w-]+\b(?! within)",
    r"straight away|immediately|at once",
    rf"(?:every|each) (?:{_SPAN}|\d*\s*(?:day|week|month|year)s?)",
    r"(?:\d+-)?(?:daily|weekly|monthly|yearly|annually|quarterly)",
    rf"(?:after|at|by) {_SPAN}",
    rf"before {_WORD}(?:[ -]{_WORD}){{0,4}}",
)
_LIMIT = re.compile(rf"(?i)\b(?:{'|'.join(_FORMS)})")


def find_limit(text: str) -> str:
    """The words of the first time limit in `text`, such as `within 2 working days`.

    Empty where there is none.
    """
    match = _LIMIT.search(text)
    return match.group(0).strip() if match else ""
