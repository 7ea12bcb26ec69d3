"""A provision that does not apply, or not yet, is cited only with words that say so.

The Act around it may well apply: a worker who reads of section 24 acts on section 24.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.law.citing import Citation
from handrail.rules.law.instrument_not_in_force import SAYS

ID = "provision-not-in-force"
LEVEL = "warning"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each page that cites such a provision and nowhere says so beside it. Laws that
    do not apply as a whole are another rule's to judge."""
    for (uri, anchor), citations in handbook.law.cited.items():
        entry = handbook.law.entries[uri]
        standing = entry.standing_of(anchor) if anchor in entry.pinpoints else ""
        if standing in SAYS and entry.instrument.standing not in SAYS:
            by_page: dict[str, list[Citation]] = {}
            for citation in citations:
                by_page.setdefault(citation.page, []).append(citation)
            name = f'{entry.in_words(entry.pinpoints[anchor])} of the "{entry.title}"'
            for group in by_page.values():
                yield from _fault(name, standing, group, handbook)


def _fault(
    name: str, standing: str, group: list[Citation], handbook: Handbook
) -> Iterator[Fault]:
    pattern, fact = SAYS[standing]
    prose = handbook.prose[group[0].page]
    if not any(pattern.search(prose.block(prose.at(citation.place))) for citation in group):
        help = f"cite what applies today, or say in the same paragraph that it {fact}"
        yield Fault(group[0].place, f"{name} {fact}, and this page does not say so", help)
