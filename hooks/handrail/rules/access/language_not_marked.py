"""Words of another language are marked as such.

Without the mark a screen reader pronounces Welsh as if it were English, which nobody understands.
WCAG 2.2, 3.1.2 Language of parts. Put `{: lang=cy }` behind words in italics, or on the line below
a paragraph. Names of places and people need no mark.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.welsh import SURE_PARTS, stretch_of_welsh
from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "language-not-marked"
LEVEL = "warning"
ACT = ()


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each passage in which Welsh words stand close together."""
    written = written_of(page, handbook)
    if SURE_PARTS.isdisjoint(written.prose.vocabulary):
        return
    for passage in written.passages:
        found = stretch_of_welsh(passage.text)
        if found:
            yield Fault(
                written.place(passage.element, found),
                f'"{found}" is Welsh and not marked as such',
                f"mark it, so that it is spoken as Welsh: *{found}*{{: lang=cy }}",
            )
