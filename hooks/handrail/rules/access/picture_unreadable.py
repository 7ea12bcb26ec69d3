"""Every picture's file can be read.

Where a file is empty, cut off or of another kind than its name says, browsers show a broken sign or
nothing, and it cannot be printed.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook

ID = "picture-unreadable"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each place on a page that shows such a picture."""
    if not handbook.broken_pictures:
        return
    for link in handbook.links:
        if link.uri in handbook.broken_pictures and not link.words:
            fact, help = handbook.broken_pictures[link.uri]
            yield Fault(link.place, f'the picture "{link.written}" {fact}', help)
