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
    served = {handbook.address(uri).rstrip("/"): uri for uri in handbook.files}
    for link in handbook.links:
        if link.leaves:
            message = f'link to "{link.written}", which lies outside the docs folder'
            help = "put the file into the docs folder and link to it by its path from this page"
            path = link.uri.lstrip("/")
            inside = path if path in handbook.files else served.get(path.rstrip("/"), "")
            if link.uri.startswith("/"):
                message = f'link to "{link.written}" begins at the root of the server'
            if link.uri.startswith("/") and inside:
                anchor = f"#{link.anchor}" if link.anchor else ""
                help = f"write it from this page: {link.relative(inside)}{anchor}"
            yield Fault(link.place, message, help)
