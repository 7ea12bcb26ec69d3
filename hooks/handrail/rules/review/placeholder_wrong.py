"""What is still to be filled in is written in one form: `[[Fill in: name of the council]]`.

Any other form is missed by whoever looks for what is open, and published.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.read.placeholders import read_homemade

ID = "placeholder-wrong"
LEVEL = "warning"
ACT = ()


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each gap that is marked in another way."""
    for spot in read_homemade(page):
        message = f'"{spot.words}" looks like something still to be filled in'
        yield Fault(spot.place, message, "fill it in, or write [[Fill in: what is missing]]")
