"""A page can be read by those it is for.

Pages for parents are readable at the age of 9, the reading age that the NHS and GOV.UK write for;
pages for staff at 14. The age is an estimate from the length of sentences and words
(Flesch-Kincaid); staff pages also warn where sentences have more than 18 words on average. Pages of
fewer than 100 words in sentences are too short to measure. WCAG 2.2, 3.1.5 Reading level.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.reading import Reading
from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.access.written import running_text, written_of

ID = "page-hard-to-read"
LEVEL = "warning"
ACT = ()

AGES = {"parents": 9, "staff": 14}
"""The highest reading age, by whom a page is for."""
LONGEST_MEAN = 18
FEWEST_WORDS = 100
_HIGHEST = 20


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """A fault where a page asks for a higher reading age than its readers', or is made of long
    sentences. It names the longest."""
    text = running_text(written_of(page, handbook))
    reading = text.reading
    message = _message(reading, "parents" if page.uri.startswith("parents/") else "staff")
    if message and reading.words >= FEWEST_WORDS:
        named = ", ".join(f'"{" ".join(sentence.split()[:5])} …"' for sentence in text.longest)
        yield Fault(page.place(page.body_line), message, f"begin with the longest: {named}")


def _message(reading: Reading, readers: str) -> str:
    age = round(reading.age)
    if age > AGES[readers]:
        asked = f"{age}" if age < _HIGHEST else f"{_HIGHEST} or more"
        limit = f"for {readers} {AGES[readers]} is the limit"
        return f"the page asks for a reading age of {asked}; {limit}"
    if reading.mean > LONGEST_MEAN:
        return f"sentences of the page have {reading.mean:.0f} words on average"
    return ""
