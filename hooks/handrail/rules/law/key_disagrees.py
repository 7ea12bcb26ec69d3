"""An instrument's title, year, number and nations agree with its key.

A reader who looks up the number given finds another law; a lawyer stops trusting the page.
OSCOLA, 4th edition, 2.4 and 2.5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.html import words
from handrail.law.keys import Key
from handrail.law.known import TITLES
from handrail.law.names import find_titles
from handrail.law.register import Entry

ID = "key-disagrees"
LEVEL = "error"
ACT = ()

_YEAR = re.compile(r"\b((?:1[5-9]|20)\d\d)$")
_KINDS = re.compile(r"\b(Act|Measure|Regulations|Order|Rules)\b")
_NUMBER = re.compile(
    r"[\s>,(]{1,3}(?:(?P<series>S[IRS]I?) (?P<year>\d{4})/(?P<number>\d+)"
    r"|(?P<chapter>c|asp|anaw|asc|nawm)\.? ?(?P<of>\d+)\b)"
)
_KEYS = {title: key for key, title in TITLES.items()}


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """Faults of the pages of instruments, and of numbers given after a title on any page."""
    by_key: dict[str, Entry] = {}
    for entry in handbook.law.entries.values():
        if entry.key:
            yield from _title(entry, entry.key)
            yield from _heading(entry, handbook)
            yield from _nations(entry, entry.key)
            yield from _second(entry, by_key.setdefault(str(entry.key), entry))
    yield from _numbers(handbook)


def _title(entry: Entry, key: Key) -> Iterator[Fault]:
    """At most one fault: the first of title, year and type that does not agree."""
    page, title = entry.instrument.page, entry.title.replace("’", "'")
    year, kind = _YEAR.search(title), _KINDS.findall(title)
    official, right = TITLES.get(str(key)), _KEYS.get(title)
    if right and right != str(key):
        message = f'key "{key}" is not that of the "{title}"'
        yield Fault(page.place_of("key"), message, f"write key: {right}")
    elif official and official != title:
        message = f'"{title}" is not the title of {key}'
        yield Fault(page.place_of("title"), message, f'write "{official}", or correct the key')
    elif key.year.isdigit() and year and year[1] != key.year:
        message = f'the title "{title}" says {year[1]}, but its key says {key.year}'
        yield Fault(page.place_of("key"), message, "correct the one that is wrong")
    elif kind and kind[-1] not in key.kind.words:
        message = f'"{title}" cannot have the key "{key}", which is for {key.kind.name}'
        yield Fault(page.place_of("key"), message, "copy the key from legislation.gov.uk")


def _heading(entry: Entry, handbook: Handbook) -> Iterator[Fault]:
    """The heading of the page names the law that its title names."""
    document = handbook.rendered.get(entry.uri)
    heading = next(document.elements("h1"), None) if document else None
    named = [title for _, title in find_titles(words(heading))] if heading else []
    if named and entry.title.replace("’", "'") not in [n.replace("’", "'") for n in named]:
        message = f'the heading names "{named[0]}", but the title is "{entry.title}"'
        yield Fault(document.place(heading), message, "correct the one that is wrong")


def _nations(entry: Entry, key: Key) -> Iterator[Fault]:
    page = entry.instrument.page
    for nation in entry.instrument.nations:
        if nation not in key.kind.nations:
            message = f'{key.kind.name} do not apply in {nation}, but "{entry.title}" says so'
            yield Fault(page.place_of("nations"), message, f"remove {nation}, or correct the key")


def _second(entry: Entry, first: Entry) -> Iterator[Fault]:
    if first is not entry:
        page = entry.instrument.page
        message = f'"{first.title}" has the same key, {entry.key}'
        yield Fault(
            page.place_of("key"), message, f"correct it, or join this page with {first.uri}"
        )


def _numbers(handbook: Handbook) -> Iterator[Fault]:
    """Numbers that stand directly after a title: "Children Act 1989 (c 14)"."""
    entries = handbook.law.entries
    for uri, prose in handbook.prose.items():
        for named in handbook.named[uri]:
            key = entries[named.uris[0]].key if len(named.uris) == 1 else None
            after = _NUMBER.match(prose.text, named.end) if key else None
            if after and not _agrees(after, key):
                message = f'"{named.text}" is followed by "{_words(after)}", but its key is {key}'
                help = "remove the number: the page of the instrument shows it"
                yield Fault(prose.place(named.start), message, help)


def _agrees(match: re.Match, key: Key) -> bool:
    if match["series"]:
        return (match["series"], match["year"], match["number"]) == (
            key.kind.series, key.year, key.number
        )  # fmt: skip
    return match["chapter"] == (key.kind.series or "c") and match["of"] == key.number


def _words(match: re.Match) -> str:
    return match.group(0).strip(" ,(>\n")
