"""Words of another language are marked as such.

Without the mark a screen reader pronounces Welsh or Polish as if it were English, which nobody
understands. Welsh is told by its words, others by letters that English does not have.
WCAG 2.2, 3.1.2 Language of parts. Put `{: lang=cy }` behind words in italics, or on the line below
a paragraph. Names of places and people need no mark.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.letters import stretch_of_other
from handrail.access.quoting import cut
from handrail.access.welsh import SURE_PARTS, stretch_of_welsh
from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "language-not-marked"
LEVEL = "warning"
ACT = ()


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each passage in which Welsh words stand close together, or others with letters
    that English does not have."""
    written = written_of(page, handbook)
    may_be_welsh = not SURE_PARTS.isdisjoint(written.prose.vocabulary)
    for passage in written.passages:
        found = stretch_of_welsh(passage.text) if may_be_welsh else ""
        other = "" if found else stretch_of_other(passage.text)
        if other:
            yield Fault(
                written.place(passage.element, other),
                f'"{cut(other)}" is not English and not marked as such',
                "mark it with its language, Polish for example like this: *polski*{: lang=pl }",
            )
        if found:
            yield Fault(
                written.place(passage.element, found),
                f'"{found}" is Welsh and not marked as such',
                f"mark it, so that it is spoken as Welsh: *{found}*{{: lang=cy }}",
            )
