"""A sentence has no more than 35 words.

Few people can hold more in mind; those who read in a second language, with a learning disability or
under stress hold fewer. WCAG 2.2, 3.1.5 Reading level; guidance of GOV.UK, which asks for 25.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.access.written import running_text, written_of

ID = "sentence-too-long"
LEVEL = "warning"
ACT = ()


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each sentence of more than 35 words."""
    written = written_of(page, handbook)
    for passage, count, sentence in running_text(written).long:
        start = " ".join(sentence.split()[:5])
        yield Fault(
            written.place(passage.element, sentence),
            f'the sentence "{start} …" has {count} words',
            "make two of it, or a list of its parts",
        )
