"""Every file of the docs folder lies inside the project.

A link in the file system that leads elsewhere would let a page publish files of the machine that
builds it.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault, Place
from handrail.handbook import Handbook

ID = "file-outside-project"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each file that leads out of the project."""
    for path in handbook.outside:
        yield Fault(
            Place(path),
            "the file is a link to a place outside the project or to a folder around it, or no "
            "file at all, and was not read",
            "put the file itself here instead of a link to it",
        )
