"""Finds the time limit in a step's words."""

from __future__ import annotations

import re

_NUMBER = (
    r"(?:\d+(?:\s*(?:-|–|to)\s*\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
)
_UNIT = r"(?:working |calendar )?(?:min(?:ute)?|h(?:ou)?r|day|week|fortnight|month|year)s?(?!\w)"
_SPAN = rf"{_NUMBER}[\s-]*{_UNIT}"
_EVENT = (
    r"(?:discharge|(?:the )?birth|(?:the )?move|leaving|"
    r"(?:the )?end of the (?:same )?(?:working )?day|(?:the )?first meeting|"
    r"(?:the )?next working day|\d+ weeks|mid-pregnancy|(?:the age of )?\d+th birthday)"
)
_CLOCK = r"(?:\d{1,2}(?:[:.]\d\d)? ?[ap]m\b|\d{1,2}:\d\d)"
_WORD = r"(?!(?:and|or|is|are|by|within|to)\b)\w+(?:['’]\w+)?"
_PHRASE = r"(?:(?! (?:and|is|are)\b)[^,.;()])+"
_FORMS = (
    rf"(?:no later than|within|in under|at most|not more than) (?:the )?(?:first |next )?{_SPAN}"
    rf"(?: (?:of|from|after) {_PHRASE})?",
    rf"(?:at least )?{_SPAN} before {_PHRASE}",
    rf"(?:no later than|by|before) {_EVENT}(?: of pregnancy)?",
    rf"between {_NUMBER} and {_SPAN}(?: of pregnancy)?",
    rf"(?:for )?at least {_SPAN}",
    rf"in {_NUMBER}[\s-]*(?:working )?(?:min(?:ute)?s?|h(?:ou)?rs?|days?)\b",
    rf"by (?:noon|midday|midnight|{_CLOCK})(?: (?:on )?the (?:same|next) (?:working )?day)?",
    r"by (?:week|day) \d+",
    rf"up to {_SPAN}|without delay",
    r"(?:on )?the same (?:working )?day|same[ -]day",
    r"(?:the )?next working day",
    r"at the (?:first|next) [\w-]+\b(?! within)",
    r"straight away|immediately|at once",
    rf"(?:every|each) (?:{_SPAN}|\d*\s*(?:day|week|month|year)s?)",
    rf"(?:{_NUMBER}[\s-])?(?:daily|weekly|fortnightly|monthly|yearly|annually|quarterly)",
    rf"(?:after|at|by) {_SPAN}",
    rf"before {_WORD}(?:[ -]{_WORD}){{0,4}}",
)
_LIMIT = re.compile(rf"(?i)\b(?:{'|'.join(_FORMS)})|[≤<]\s?{_SPAN}|(?<=\(){_SPAN}(?=\))")


def find_limit(text: str) -> str:
    """The words of the first time limit in `text`, such as `within 2 working days`.

    Empty where there is none.
    """
    match = _LIMIT.search(text)
    return match.group(0).strip() if match else ""
