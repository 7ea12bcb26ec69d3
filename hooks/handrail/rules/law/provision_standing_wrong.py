"""What a page says of the standing of a provision is about one of its provisions, and possible.

A section that is named with a slip is shown as if it applied.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.law.register import Entry
from handrail.law.standing import ALL, FIELD, STANDINGS, Stated, read_stated
from handrail.rules.near import did_you_mean

ID = "provision-standing-wrong"
LEVEL = "error"
ACT = ()

_HOW = "write the heading's ID, then its standing: section-24 -> not yet in force"


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each entry of `provisions` that says nothing that can be shown."""
    for entry in handbook.law.entries.values():
        seen: set[str] = set()
        for stated in read_stated(entry.instrument.page):
            wrong = _wrong(stated, entry, seen)
            if wrong:
                yield Fault(stated.place, *wrong)
            seen.add(stated.id)


def _wrong(stated: Stated, entry: Entry, seen: set[str]) -> tuple[str, str] | None:
    """(what is wrong with an entry, how to mend it); None where nothing is."""
    if not stated.id or not stated.standing:
        return f'"{stated.written}" in {FIELD} names no provision with its standing', _HOW
    if stated.standing not in STANDINGS:
        help = did_you_mean(stated.standing, STANDINGS, f"write one of: {', '.join(STANDINGS)}")
        return f'"{stated.standing}" in {FIELD} is no standing', help
    if stated.id != ALL and stated.id not in entry.pinpoints:
        help = did_you_mean(stated.id, entry.pinpoints, "name the ID of a heading of this page")
        return f'"{stated.id}" in {FIELD} is no provision of this page', help
    if stated.id in seen:
        return f'"{stated.id}" stands twice in {FIELD}', "keep one of the two"
    return _against_the_whole(stated, entry)


def _against_the_whole(stated: Stated, entry: Entry) -> tuple[str, str] | None:
    """An Act in force may have repealed sections; it is in force in part where one is to come."""
    whole, part = entry.instrument.standing, stated.standing
    to_come = whole == "in force" and part in ("not yet in force", "partly in force")
    if to_come or (whole == "not yet in force" and part in ("in force", "partly in force")):
        message = f'{stated.id} is {part}, but the page says of the whole law "{whole}"'
        return message, "write standing: partly in force, or correct this entry"
    return None
