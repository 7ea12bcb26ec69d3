"""Pages that count link to no page that has been replaced.

A worker who follows the link acts on what was agreed before.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.rules.links.between import page_links

ID = "link-to-superseded"
LEVEL = "warning"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each link from a page that is not superseded to one that is."""
    for link, source, target in page_links(handbook):
        if target.get("status") == "superseded" and source.get("status") != "superseded":
            yield Fault(
                link.place,
                f'link to "{target.title}", which is superseded',
                "link to the page that has taken its place, or remove the link",
            )
