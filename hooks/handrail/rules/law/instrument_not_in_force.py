"""Law that does not apply, or not yet, is cited only with words that say so.

A worker who reads a duty acts on it, and a parent who reads a right asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.law.citing import Citation
from handrail.law.register import Entry
from handrail.read.prose import Prose

ID = "instrument-not-in-force"
LEVEL = "warning"
ACT = ()

_GONE = re.compile(
    r"(?i)supersed|replac|repeal|revok|withdrawn|no longer|former|\bold\b|\bused to\b"
)
_COMING = re.compile(
    r"(?i)\bnot (?:yet|started|begun|in force|been brought|all)|\b(?:had|has|have|does|do) not\b"
    r"|\bwill (?:come|start|begin|apply|replace|change)|\b(?:when|once) (?:it|they|this)\b"
    r"|\b(?:comes?|coming|brought) into force|\bstarts? to apply|\bpart of it\b"
)
SAYS = {
    "superseded": (_GONE, "has been superseded"),
    "repealed": (_GONE, "has been repealed"),
    "not yet in force": (_COMING, "is not yet in force"),
}
"""By standing: words that tell the reader, and the fact."""


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each page that cites such an instrument and nowhere says so beside its name."""
    for uri, citations in handbook.law.on_page.items():
        groups: dict[str, list[Citation]] = {}
        for citation in citations:
            groups.setdefault(citation.uri, []).append(citation)
        for target, group in groups.items():
            entry = handbook.law.entries[target]
            if entry.instrument.standing in SAYS and target != uri and not _is_list(uri, target):
                yield from _fault(entry, group, handbook)


def _fault(entry: Entry, group: list[Citation], handbook: Handbook) -> Iterator[Fault]:
    pattern, fact = SAYS[entry.instrument.standing]
    prose = handbook.prose[group[0].page]
    if any(pattern.search(prose.block(at)) for at in _places(entry, group, prose, handbook)):
        return
    successor = handbook.law.entries.get(entry.superseded_by)
    instead = f'cite "{successor.title}" instead' if successor else "cite what applies today"
    help = f"{instead}, or say in the same paragraph that it {fact}"
    yield Fault(group[0].place, f'"{entry.title}" {fact}, and this page does not say so', help)


def _places(entry: Entry, group: list[Citation], prose: Prose, handbook: Handbook) -> Iterator[int]:
    """Where the page names the instrument, linked or not."""
    yield from (prose.at(citation.place) for citation in group)
    for named in handbook.named[prose.page.uri]:
        if entry.uri in named.uris:
            yield named.start


def _is_list(uri: str, target: str) -> bool:
    """True for the page that lists the instruments of a folder: the register there says it all."""
    return uri.rpartition("/")[0] == target.rpartition("/")[0] and uri.endswith("index.md")
