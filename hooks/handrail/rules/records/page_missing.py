"""The docs folder holds the protocol's pages, and the front page among them.

An empty folder would publish an empty site in the place of a good one. Without docs/index.md the
site's address, which staff know and QR codes carry, leads to a list of files or to an error.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault, Place
from handrail.handbook import Handbook

ID = "page-missing"
LEVEL = "error"
ACT = ()

FRONT_PAGES = ("index.md", "README.md")


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault where there is no page at all, or no front page."""
    if not handbook.pages:
        yield Fault(
            Place("docs"),
            "the docs folder holds no pages",
            "add a page, for a start docs/index.md",
        )
    elif handbook.withheld.intersection(FRONT_PAGES):
        yield Fault(
            Place("docs/index.md"),
            "the front page is for staff, so the public edition would have none",
            "write audience: public in its front matter",
        )
    elif not any(uri in handbook.page for uri in FRONT_PAGES):
        yield Fault(
            Place("docs/index.md"),
            "there is no front page",
            "add docs/index.md, with what staff need most",
        )
