"""A picture's description is short; what needs more words stands in the text.

A description cannot be read again, skipped through or paused at a comma; it is heard whole or not
at all. WCAG 2.2, 1.1.1 Non-text content.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "picture-words-too-long"
LEVEL = "warning"
ACT = ()
LOOKS_AT = frozenset(("img",))

LONGEST = 150
"""Letters, spaces included."""


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each description of more than 150 letters."""
    written = written_of(page, handbook)
    for picture in written.elements("img"):
        alt = " ".join((picture.attr("alt") or "").split())
        if len(alt) > LONGEST:
            start = alt[:40].rpartition(" ")[0]
            yield Fault(
                written.place(picture),
                f'the description "{start} …" has {len(alt)} letters',
                f"say what matters in {LONGEST} letters, and the rest in the text beside it",
            )
