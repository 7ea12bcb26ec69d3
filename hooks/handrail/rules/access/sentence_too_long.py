"""A sentence has no more than 35 words.

Few people can hold more in mind; those who read in a second language, with a learning disability or
under stress hold fewer. WCAG 2.2, 3.1.5 Reading level; guidance of GOV.UK, which asks for 25.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.reading import count_words
from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.access.written import running_text, written_of

ID = "sentence-too-long"
LEVEL = "warning"
ACT = ()

MOST = 35
"""Words."""


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each sentence of more than 35 words."""
    written = written_of(page, handbook)
    for passage, sentences in running_text(written):
        for sentence in sentences:
            count = count_words(sentence) if len(sentence) > MOST else 0
            if count > MOST:
                start = " ".join(sentence[:5])
                yield Fault(
                    written.place(passage.element, " ".join(sentence)),
                    f'the sentence "{start} …" has {count} words',
                    "make two of it, or a list of its parts",
                )
