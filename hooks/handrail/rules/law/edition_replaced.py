"""Guidance is named by the edition that applies.

Readers of "Working Together 2023" look for a document that has been replaced, and apply its time
limits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.law.register import Entry
from handrail.rules.words.history import tells_history

ID = "edition-replaced"
LEVEL = "warning"
ACT = ()

_YEAR = re.compile(r"(?P<name>.+) (?P<year>(?:19|20)\d\d)")


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each mention of another year's edition, but in sentences about the past. An
    edition that has a page of its own is judged by its standing."""
    editions = [found for found in map(_edition, handbook.law.entries.values()) if found]
    titles = {entry.title for entry in handbook.law.entries.values()}
    for prose in handbook.prose.values():
        for first, pattern, entry in editions:
            for match in pattern.finditer(prose.text) if first in prose.text else ():
                title = " ".join(match.group(0).replace(">", " ").split())
                told = title in titles or tells_history(prose.sentence(match.start()))
                if not told and entry.uri != prose.page.uri:
                    message = f'"{title}" is not the edition that applies, "{entry.title}"'
                    help = "correct the year and check what is said, or say that it was replaced"
                    yield Fault(prose.place(match.start()), message, help)


def _edition(entry: Entry) -> tuple[str, re.Pattern, Entry] | None:
    """(first word, pattern) of other editions of guidance whose title ends with its year."""
    match = _YEAR.fullmatch(entry.title)
    if match is None or entry.instrument.key or entry.instrument.standing == "superseded":
        return None
    name = r"[\s>]+".join(re.escape(word) for word in match["name"].split())
    pattern = re.compile(rf"{name}[\s>]+\(?(?!{match['year']})(?:19|20)\d\d\b")
    return match["name"].split()[0], pattern, entry
