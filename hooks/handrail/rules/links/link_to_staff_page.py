"""A page for the public says of each link to a page for staff that it is for staff.

The public edition leaves pages for staff out and shows the words of such links without the link:
without that hint, readers look for a page that they cannot have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.link import Link
from handrail.read.prose import Prose
from handrail.rules.links.between import page_links

ID = "link-to-staff-page"
LEVEL = "warning"
ACT = ()

_STAFF = re.compile(
    r"\bstaff\b|\bfor (?:workers|practitioners|professionals|working groups)\b", re.IGNORECASE
)


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each link from a public page to one for staff, unless the words around it or
    above it, from the last heading on, speak of staff."""
    for link, source, target in page_links(handbook):
        if (source.get("audience"), target.get("audience")) != ("public", "staff"):
            continue
        if not _is_told(link, handbook.prose[link.page]):
            message = f'this page is for the public, and its link to "{target.title}" for staff'
            help = f"say so beside the link: {link.words or target.title} (for staff)"
            yield Fault(link.place, message, help)


def _is_told(link: Link, prose: Prose) -> bool:
    """True where the heading above the link, or the words from there to the end of its sentence or
    row, say that it is for staff."""
    at = prose.at(link.place)
    start = max((span[0] for span in prose.headings if span[0] < at), default=at)
    return bool(_STAFF.search(f"{link.words} {prose.text[start:at]} {prose.block(at)}"))
