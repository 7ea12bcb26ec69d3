"""A link that names a provision leads to that provision.

"Section 47" that opens section 17 sends a worker to the wrong duty, and the error is passed on in
every letter that quotes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.law.citing import Citation
from handrail.law.mentions import Mention, read_mentions
from handrail.law.provisions import Pinpoint, make, read_id
from handrail.law.register import Entry

ID = "citation-of-other-provision"
LEVEL = "error"
ACT = ()

_LEAD = re.compile(r"\s(?:of|in|under)(?: the)?$")
_BARE = re.compile(r"\d+[A-Z]*(?:\s?\(\w+\))*")


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each link whose words name another provision than its target. A target that
    does not exist is for anchor-missing to report."""
    for citation in handbook.law.citations:
        ids = handbook.rendered[citation.uri].ids if citation.uri in handbook.rendered else {}
        entry = handbook.law.entries[citation.uri]
        if not citation.anchor:
            yield from _top(citation, entry)
        elif citation.anchor in ids:
            yield from _other(citation, entry)


def _other(citation: Citation, entry: Entry) -> Iterator[Fault]:
    target = read_id(citation.anchor)
    mentions = _mentions(citation.text, target) or _named_before(citation)
    if not mentions or (target and any(mention.fits(target) for mention in mentions)):
        return
    where = entry.in_words(target) if target else f"#{citation.anchor}"
    text = citation.text if mentions[0].text in citation.text else mentions[0].text
    message = f'link text "{text}" leads to {where} of "{entry.title}"'
    yield Fault(citation.place, message, _help(mentions[0], entry, target))


def _help(mention: Mention, entry: Entry, target: Pinpoint | None) -> str:
    wanted = mention.pinpoints[0]
    while wanted.levels[-1].numbers[1:] and wanted.id not in entry.pinpoints:
        level = wanted.levels[-1]
        wanted = Pinpoint((*wanted.levels[:-1], make(level.kind, list(level.numbers[:-1]))))
    if wanted.id in entry.pinpoints:
        return f"did you mean #{wanted.id}?"
    here = f"write {entry.in_words(target)}, or " if target else ""
    return f"{here}add a heading with {{#{wanted.id}}} to {entry.uri}"


def _top(citation: Citation, entry: Entry) -> Iterator[Fault]:
    """A provision that is named, but not linked to."""
    mentions = read_mentions(_without_title(citation.text, entry.title))
    if mentions:
        message = f'link text "{citation.text}" leads to the top of "{entry.title}"'
        yield Fault(citation.place, message, _help(mentions[0], entry, None))


def _mentions(text: str, target: Pinpoint | None) -> tuple[Mention, ...]:
    """What the words name; for a bare number, the provision of the target's kind."""
    if target and _BARE.fullmatch(text):
        level = make(target.levels[-1].kind, re.findall(r"\w+", text))
        return (Mention(text, (Pinpoint((*target.levels[:-1], level)),)),)
    return read_mentions(text)


def _named_before(citation: Citation) -> tuple[Mention, ...]:
    """The provision in the words that lead to a link: "section 9 of the [Care Act 2014]"."""
    lead = _LEAD.search(citation.before)
    mentions = read_mentions(citation.before[: lead.start()]) if lead else ()
    ends = mentions and citation.before[: lead.start()].endswith(mentions[-1].text)
    return mentions[-1:] if ends else ()


def _without_title(text: str, title: str) -> str:
    return text.replace(title, "")
