"""Reads the key of an instrument: type, year and number on legislation.gov.uk."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches

from handrail.law.kinds import KINDS, Kind

SITE = "https://www.legislation.gov.uk"
_WHOLE = re.compile(r"(?P<code>[a-z]+)/(?P<year>\d{4})/(?P<number>[1-9]\d*)")
# Before 1963 Acts were numbered by the years of a reign: ukpga/Geo6/11-12/29.
_REGNAL = re.compile(
    r"(?P<code>ukpga|ukla|apni)/(?P<year>[A-Z][a-z]+\d?/\d+(?:-\d+){0,2})/(?P<number>[1-9]\d*)"
)
_PARTS = re.compile(r"(?i)\b([a-z]{3,6})/(\d{4})/0*(\d+)\b")


@dataclass(frozen=True)
class Key:
    """What names an instrument for good."""

    kind: Kind
    """Its type."""
    year: str
    """Its year; a reign and session for an Act before 1963."""
    number: str
    """Its number in that year."""

    def __str__(self) -> str:
        return f"{self.kind.code}/{self.year}/{self.number}"

    @property
    def link(self) -> str:
        """The official address, in the form that legislation.gov.uk asks others to link to."""
        return f"{SITE}/id/{self}"


def read_key(text: str) -> Key | None:
    """The key that `text` spells, such as `ukpga/1989/41`; None where it is no key."""
    match = _WHOLE.fullmatch(text) or _REGNAL.fullmatch(text)
    kind = KINDS.get(match["code"]) if match else None
    if kind is None or (
        match["year"].isdigit() and not kind.first <= int(match["year"]) <= kind.last
    ):
        return None
    return Key(kind, match["year"], match["number"])


def what_is_wrong(text: str) -> tuple[str, str]:
    """(what is wrong with a text that is no key, one way to mend it)."""
    parts = _PARTS.search(text)
    if not parts:
        return "is not a type, a year and a number", "write it like this: key: ukpga/1989/41"
    code, year, number = parts[1].lower(), parts[2], parts[3]
    kind = KINDS.get(code)
    if kind is None:
        near = get_close_matches(code, KINDS, 1, 0.5)
        names = ", ".join(KINDS)
        help = f"did you mean {near[0]}/{year}/{number}?" if near else f"the types are {names}"
        return f'begins with "{parts[1]}", which is no type of legislation', help
    if not kind.first <= int(year) <= kind.last:
        until = f" to {kind.last}" if kind.last < 9999 else " on"
        return (
            f"has the year {year}, but {kind.name} are from {kind.first}{until}",
            "copy type, year and number from the address of the instrument on legislation.gov.uk",
        )
    return (
        "is more than a type, a year and a number",
        f"write it like this: key: {code}/{year}/{number}",
    )
