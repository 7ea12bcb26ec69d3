"""Every instrument is cited by a page that rests on it.

A law that nothing rests on is read, checked and kept up to date for nobody, or has lost its link.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook

ID = "instrument-never-cited"
LEVEL = "warning"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each instrument that no page but the list of instruments links to."""
    for uri, entry in handbook.law.entries.items():
        if uri not in handbook.law.citing_pages:
            page = entry.instrument.page
            yield Fault(
                page.place_of("title"),
                f'no page cites "{entry.title}"',
                "link to it from the pages that rest on it, or remove it",
            )
