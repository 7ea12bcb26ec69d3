"""Links to files stay inside the docs folder.

What lies outside is not published, so the link works on the writer's machine only.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook

ID = "link-leaves-docs"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each link that climbs out of the docs folder or starts at the site's root."""
    for link in handbook.links:
        if link.leaves:
            message = f'link to "{link.written}", which lies outside the docs folder'
            help = "put the file into the docs folder and link to it by its path from this page"
            inside = link.uri.removeprefix("/")
            if link.uri.startswith("/") and inside in handbook.files:
                message = f'link to "{link.written}" begins at the root of the server'
                help = f"write it from this page: {link.relative(inside)}"
            yield Fault(link.place, message, help)
