"""A released protocol has nothing left to fill in.

"[[Fill in: name of the council]]" tells a family that nobody read the page before it was published.
Only `--release` looks for this; without it the check counts what is open.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.read.placeholders import read_placeholders

ID = "placeholder-open"
LEVEL = "error"
ACT = ()


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each placeholder, in a release."""
    for spot in read_placeholders(page) if handbook.settings.release else ():
        message = f'still to be filled in: "{spot.words}"'
        yield Fault(spot.place, message, "write it in the place of [[Fill in: ...]]")
