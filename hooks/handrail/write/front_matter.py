"""Mends front matter: fences that were lost, quotes that a word processor made, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from handrail.dates import meant
from handrail.page import Page
from handrail.read.pages import ENTRY, FENCE, UNREADABLE, end_of_entries, read_page
from handrail.rules.records.schema import DATES, ENTRIES
from handrail.write.source import Mend

_NAMES = {entry.name for entry in ENTRIES}
_SURE = {"title", "type"}
"""Lines are front matter for certain where these entries are among them."""
_QUOTED = (
    re.compile(r'(?P<lead>^\s*(?:[\w ]+:|-)\s+)[“”„"](?P<words>[^“”„"\\]*)[“”„"](?P<tail>\s*)$'),
    re.compile(r"(?P<lead>^\s*(?:[\w ]+:|-)\s+)‘(?P<words>[^‘’\"\\]*)’(?P<tail>\s*)$"),
)
_QUOTED_ITEM = re.compile(
    r"(?P<lead>[\[,]\s*)[“„](?P<words>[^“”„\"\\,\[\]]*)”(?P<tail>\s*(?=[,\]]))"
)
_NOTE = re.compile(r"(\s*-\s+[\"']?)([^:]*\d)(\s*:\s.*)")


def mend_fences(page: Page, lines: Sequence[str]) -> Iterator[Mend]:
    """The fence that was lost above or below front matter, where it is certain that it was."""
    opened = bool(lines) and lines[0].rstrip() == FENCE
    if opened and not _is_unreadable(page):
        return
    end = end_of_entries(lines, opened)
    below = next((line.rstrip() for line in lines[end:] if line.strip()), "")
    if not _entries(lines[opened:end]).issuperset(_SURE):
        return
    # More entries below an empty line: it is that line which is wrong, and no fence is missing.
    if below != FENCE and opened and not _entries([below]):
        yield Mend(end + 1, "fence of the front matter", "", FENCE, added=True)
    elif below == FENCE and not opened:
        yield Mend(1, "fence of the front matter", "", FENCE, added=True)


def mend_quotes(page: Page, lines: Sequence[str]) -> Iterator[Mend]:
    """Values in the quotes of a word processor, which YAML takes for letters."""
    for index in range(1, page.body_line - 2):
        line = lines[index]
        if not re.search("[“”„‘]", line):
            continue
        mended = line
        for pattern in (*_QUOTED, _QUOTED_ITEM):
            mended = pattern.sub(r'\g<lead>"\g<words>"\g<tail>', mended)
        after = _read("\n".join([*lines[:index], mended, *lines[index + 1 :]]), page)
        if mended != line and len(after.unread) <= len(page.unread):
            yield Mend(index + 1, "quotes", line, mended)


def mend_dates(page: Page, lines: Sequence[str]) -> Iterator[Mend]:
    """Dates in another form than year-month-day, where it is certain which day is meant."""
    for name in DATES:
        field = page.fields.get(name)
        if field and len(field.values) == len(field.places) == 1:
            at = field.places[0]
            line = lines[at.line - 1]
            before, rest = line[: at.column - 1], line[at.column - 1 :]
            day = meant(field.value)
            if day and field.value != str(day) and field.value in rest:
                yield Mend(at.line, "date", line, before + rest.replace(field.value, str(day), 1))
    changes = page.fields.get("changes")
    for at in changes.places if changes else ():
        note = _NOTE.fullmatch(lines[at.line - 1])
        day = meant(note[2]) if note else None
        if day and note[2] != str(day):
            yield Mend(at.line, "date", note.string, f"{note[1]}{day}{note[3]}")


def _is_unreadable(page: Page) -> bool:
    return any(unread.rule == UNREADABLE for unread in page.unread)


def _read(text: str, page: Page) -> Page:
    return read_page(page.path, page.uri, text.encode())


def _entries(lines: Sequence[str]) -> set[str]:
    """The names of entries; none where one of them is no name that front matter knows."""
    found = {match[1] for line in lines if (match := ENTRY.fullmatch(line))}
    return found if found <= _NAMES else set()
