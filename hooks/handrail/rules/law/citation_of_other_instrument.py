"""A link that names an instrument leads to that instrument.

Two Children Acts and two Care and Support Regulations differ by a year: whoever follows the link
reads one law and quotes another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.law.citing import Citation
from handrail.law.names import Names, find_titles
from handrail.law.register import Entry, Law

ID = "citation-of-other-instrument"
LEVEL = "error"
ACT = ()

_JOINS = re.compile(r"(?:of|in|under)? ?(?:the )?(?=[A-Z])")
_YEAR_OF = re.compile(r"\b(\d{4}) (?:Act|Order|Regulations|Measure)\b")


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each link whose words, or the words right after it, name another instrument."""
    for citation in handbook.law.citations:
        if citation.text:
            entry = handbook.law.entries[citation.uri]
            other = _other(citation, entry, handbook.law)
            if other:
                message = f'"{other}" is linked to the page of the "{entry.title}"'
                yield Fault(citation.place, message, _help(other, citation, handbook.law))


def _other(citation: Citation, entry: Entry, law: Law) -> str:
    """What is named instead of the target; empty where nothing is or the target is."""
    text = citation.text.replace("’", "'")
    joined = _JOINS.match(citation.after)
    after = citation.after[joined.end() :].replace("’", "'") if joined else ""
    named = _named(text, law.names)
    if not named and after:
        named = {
            name: uris for name, uris in _named(after, law.names).items() if after.startswith(name)
        }
    if any(entry.uri in uris for uris in named.values()):
        return ""
    year = _YEAR_OF.search(text)
    if not named and year and entry.key and entry.key.year != year[1]:
        return year.group(0)
    return next(iter(named), "")


def _named(text: str, names: Names) -> dict[str, tuple[str, ...]]:
    """The instruments that are named, with the pages that each can mean."""
    found = {named.text: named.uris for named in names.find(text)}
    for _, title in find_titles(text):
        if not any(title.endswith(name) for name in found):
            found[title] = ()
    return found


def _help(other: str, citation: Citation, law: Law) -> str:
    right = next((named.uris[0] for named in law.names.find(other) if named.uris), "")
    if right:
        return f"link to {right}, or correct the words"
    return f'write "{law.entries[citation.uri].title}", or link to the page of the "{other}"'
