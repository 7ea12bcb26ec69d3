"""Every link and picture has a target.

A link that was to be filled in later looks like any other, and takes the reader to the top of the
page they are on.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.link import Link

ID = "link-empty"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each link or picture with nothing, or only #, where its target should be."""
    for link in handbook.links:
        if link.written.strip() in ("", "#") and not link.made:
            yield Fault(
                link.place,
                f"{_name(link)} has no target",
                "write where it leads between the round brackets: [words](page.md)",
            )


def _name(link: Link) -> str:
    return f'the link "{link.words}"' if link.words else "a link or picture"
