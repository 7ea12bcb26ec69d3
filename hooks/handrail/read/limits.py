"""Finds the time limit in a step's words, in English and Welsh."""

from __future__ import annotations

import re
from string import ascii_lowercase, ascii_uppercase

_NUMBER = (
    r"(?:\d+(?:[+.]\d+)?(?:\s*(?:-|–|to)\s*\d+)?|half an?|an?|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|twelve)"
)
_UNIT = (
    r"(?:(?:working |calendar |school )?(?:min(?:ute)?|h(?:ou)?r|day|week|fortnight|month|year)s?"
    r"|h|wd)(?!\w)"
)
_SPAN = rf"{_NUMBER}[\s-]*{_UNIT}"
_PERIOD = r"(?:(?:working )?day|week|fortnight|month|quarter|term|year)"
_CLOSE = (
    rf"(?:close of (?:business|play)|(?:the )?end of (?:the )?(?:same |next )?(?:{_PERIOD}|shift))"
)
_EVENT = (
    rf"(?:discharge|(?:the )?birth|(?:the )?due date|(?:the )?move|leaving|{_CLOSE}"
    r"|(?:the )?first meeting|(?:the )?next (?:working )?day|(?:mon|tues|wednes|thurs|fri)day"
    r"|\d+ weeks|mid-pregnancy|(?:the age of )?\d+th birthday|(?:day|week) \d+)"
)
_CLOCK = r"(?:\d{1,2}(?:[:.]\d\d)? ?[ap]m\b|\d{1,2}:\d\d)"
_WORD = r"(?!(?:and|or|is|are|by|within|to)\b)\w+(?:['’]\w+)?"
_PHRASE = r"(?:(?! (?:and|is|are)\b)[^,.;()])+"
_LATEST = r"(?:no|not) (?:later|more) than"
_ENGLISH = (
    rf"(?:{_LATEST}|within|in under|at most|max(?:imum)?(?: of)?) (?:the )?(?:first |next )?{_SPAN}"
    rf"(?: (?:of|from|after) {_PHRASE})?",
    rf"within the (?:hour|{_PERIOD})",
    rf"(?:at least )?{_SPAN} (?:before|after|from) {_PHRASE}",
    rf"(?:{_LATEST}|by|before|prior to) {_EVENT}(?: of pregnancy)?",
    rf"between {_NUMBER} and {_SPAN}(?: of pregnancy)?",
    rf"(?:for )?at least {_SPAN}",
    rf"in {_NUMBER}[\s-]*(?:working )?(?:min(?:ute)?s?|h(?:ou)?rs?|days?)\b",
    rf"by (?:noon|midday|midnight|{_CLOCK})(?: (?:on )?(?:the )?(?:same|next) (?:working )?day)?",
    rf"up to {_SPAN}|without delay",
    r"(?:on )?the same (?:working )?day|same[ -](?:working )?day",
    r"(?:on )?the day of (?:discharge|admission|birth|transfer)",
    r"on (?:discharge|admission|arrival|transfer)(?=[.,;)?]|$)",
    r"(?:the )?next (?:working )?day",
    r"at the (?:first|next) [\w-]+\b(?! within)",
    r"straight away|immediately|at once",
    rf"(?:at least )?(?:every|each) (?:{_SPAN}|\d*\s*{_PERIOD}s?)",
    rf"(?:at least )?(?:once|twice|{_NUMBER} times) (?:an?|each|every|per) {_PERIOD}",
    rf"(?:{_NUMBER}[\s-])?(?:daily|weekly|fortnightly|monthly|yearly|annually|quarterly)",
    rf"(?:after|at|by) {_SPAN}",
    rf"(?:before|prior to) {_WORD}(?:[ -]{_WORD}){{0,4}}",
)
_RHIF = (
    r"(?:\d+(?:\s*(?:-|–|i)\s*\d+)?|un|d?dau|d?dwy|t?h?ri|d?ri|t?h?air|d?air|[pb]edwar|[pb]edair"
    r"|[pb]ump?|chwe(?:ch)?|saith|wyth|naw|d?deg|d?deng|d?deuddeg|[pb]ymtheg)"
)
_UNED = (
    r"(?:(?:d?d|n)iwrnod(?:au)?|awr|oriau|[mf]unud(?:au)?|wythnos(?:au)?|[pb]ythefnos"
    r"|[mf]is(?:oedd)?|[bf]lynedd|[bf]lwyddyn)(?: gwaith| calendr)?(?!\w)"
)
_CYFNOD = rf"(?:{_RHIF}[\s-]*(?:o )?)?{_UNED}"
_CYMRAEG = (
    rf"(?:o fewn|ymhen|cyn pen|mewn|dim hwyrach na|erbyn|ar ôl) {_CYFNOD}",
    r"(?:ar )?yr un diwrnod(?: gwaith)?",
    r"(?:(?:ar|erbyn) )?y diwrnod (?:gwaith )?nesaf",
    rf"erbyn (?:diwedd y (?:{_UNED})|hanner dydd|{_CLOCK}|\d{{1,2}} o['’]r gloch)",
    rf"bob {_CYFNOD}",
    r"ar unwaith|heb oedi|yn (?:ddyddiol|wythnosol|fisol|chwarterol|flynyddol)",
    rf"cyn (?!pen\b){_WORD}(?:[ -]{_WORD}){{0,4}}",
)
_LIMIT = re.compile(
    rf"\b(?:{'|'.join([*_ENGLISH, *_CYMRAEG])})|[≤<]\s?{_SPAN}|(?<=\(){_SPAN}(?=\))"
)
_SMALL = str.maketrans(ascii_uppercase + "Ô", ascii_lowercase + "ô")


def find_limit(text: str) -> str:
    """The words of the first time limit in `text`, such as `within 2 working days`.

    Empty where there is none.
    """
    # Capitals are made small, one for one, which is quicker than to look for both.
    match = _LIMIT.search(text.translate(_SMALL))
    return text[match.start() : match.end()].strip() if match else ""
