"""A page starts with its name, as a heading of level 1.

It tells people where they have arrived: by ear, in print, and on the code host, which does not show
the title of the front matter as one. WCAG 2.2, 2.4.6 Headings and labels.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "page-heading-missing"
LEVEL = "warning"
ACT = ()

_LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """A fault where a page has words but no heading of level 1, or where another comes before."""
    written = written_of(page, handbook)
    headings = [passage for passage in written.passages if passage.tag in _LEVELS]
    name = f"# {page.title}"
    if not any(heading.tag == "h1" for heading in headings):
        if written.passages:
            place = page.place(page.body_line)
            yield Fault(place, "the page has no heading of level 1", f"start it with: {name}")
    elif headings[0].tag != "h1":
        yield Fault(
            written.place(headings[0].element, headings[0].words),
            f'heading "{headings[0].words}" stands before the page\'s own heading',
            f"move the heading of level 1 to the top: {name}",
        )
