"""The docs folder holds the protocol's pages.

An empty folder would publish an empty site in the place of a good one.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault, Place
from handrail.handbook import Handbook

ID = "page-missing"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault where there is no page at all."""
    if not handbook.pages:
        yield Fault(
            Place("docs"),
            "the docs folder holds no pages",
            "add a page, for a start docs/index.md",
        )
