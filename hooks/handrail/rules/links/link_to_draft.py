"""A page in force links to no draft.

What is in force has been agreed; its readers take what it leads to for agreed as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.rules.links.between import page_links

ID = "link-to-draft"
LEVEL = "warning"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each link from a page in force to a draft."""
    for link, source, target in page_links(handbook):
        if source.get("status") == "in force" and target.get("status") == "draft":
            yield Fault(
                link.place,
                f'this page is in force and links to "{target.title}", which is a draft',
                "have that page approved first, or remove the link until it is",
            )
