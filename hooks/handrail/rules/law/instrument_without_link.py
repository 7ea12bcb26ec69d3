"""The first mention of a law on a page is a link to its page.

Without it readers cannot see whether it is in force, where it applies and what it says, and the
page of the law does not know that it is relied on here.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault, Place
from handrail.handbook import Handbook
from handrail.law.known import TITLES
from handrail.law.names import TITLE_ENDS, find_titles
from handrail.law.register import Law
from handrail.link import Link
from handrail.read.prose import Prose
from handrail.rules.near import nearest

ID = "instrument-without-link"
LEVEL = "warning"
ACT = ()

_KEYS = {title: key for key, title in TITLES.items()}
_NOT_TEXT = ("champions",)
"""Types of pages whose words are tables of posts and topics."""


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each instrument that a page names before it links to it. A short name needs no
    link where the page links to the instrument at all; headings need none."""
    for uri, prose in handbook.prose.items():
        if prose.page.type not in _NOT_TEXT:
            yield from _page(prose, uri, handbook)


def _page(prose: Prose, uri: str, handbook: Handbook) -> Iterator[Fault]:
    linked: dict[str, Place] = {}
    for citation in handbook.law.on_page.get(uri, ()):
        linked.setdefault(citation.uri, citation.place)
    known: set[int] = set()
    for named in handbook.named[uri]:
        known.add(named.end)
        here = prose.place(named.start)
        told = prose.page.uri in named.uris or any(
            uri in linked and (not named.text[-1].isdigit() or linked[uri] < here)
            for uri in named.uris
        )
        if not (told or prose.in_link(named.start) or prose.in_heading(named.start)):
            linked.update(dict.fromkeys(named.uris, here))
            target = Link(here, prose.page.uri, "", "", "").relative(named.uris[0])
            help = f"link its first mention: [{named.text}]({target})"
            yield Fault(here, f'"{named.text}" is named without a link', help)
    yield from _without_page(prose, handbook.law, known)


def _without_page(prose: Prose, law: Law, known: set[int]) -> Iterator[Fault]:
    """Titles with a year of instruments that this protocol has no page of."""
    seen: set[str] = set()
    may_have = not TITLE_ENDS.isdisjoint(prose.vocabulary)
    for at, title in find_titles(prose.text) if may_have else ():
        ends = {at + len(title), *known}
        is_known = any(at < end <= at + len(title) + 40 for end in known) and ends
        to_fill_in = prose.text.rfind("[[", 0, at) > prose.text.rfind("]]", 0, at)
        if is_known or title in seen or prose.in_link(at) or prose.in_heading(at) or to_fill_in:
            continue
        seen.add(title)
        key = _KEYS.get(title)
        near = "" if key else nearest(title, [entry.title for entry in law.entries.values()])
        help = f"add a page for it{f', with key: {key},' if key else ''} and link to that page"
        message = f'"{title}" is named, but has no page in this protocol'
        yield Fault(prose.place(at), message, f'did you mean "{near}"?' if near else help)
