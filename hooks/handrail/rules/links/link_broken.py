"""Every link inside the protocol leads to a page or file that exists.

A link to nowhere leaves a worker with a family in front of them and no next step.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.rules.links.targets import internal_links
from handrail.rules.near import nearest

ID = "link-broken"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each link or image whose file is not in the docs folder."""
    for link in internal_links(handbook):
        if link.uri and not link.leaves and link.uri not in handbook.files:
            near = nearest(link.uri, handbook.files)
            help = f"did you mean {link.relative(near)}?" if near else "correct or remove the link"
            yield Fault(link.place, f'link to "{link.written}", which does not exist', help)
