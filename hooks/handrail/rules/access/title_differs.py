"""A page's title and its heading name the same thing.

The title is what people chose from the menu or the search; if the heading says something else, they
think that they took a wrong turn. WCAG 2.2, 2.4.2 Page titled and 3.2.4 Consistent identification.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "title-differs"
LEVEL = "warning"
ACT = ()

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(("a", "an", "and", "for", "in", "of", "on", "or", "s", "the", "to", "with"))


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """A fault where fewer than half of the title's words stand in the heading, or the other way
    round. Small words and plurals do not count."""
    written = written_of(page, handbook)
    heading = next((passage for passage in written.passages if passage.tag == "h1"), None)
    if heading is None or not page.get("title"):
        return
    title, name = _words(page.title), _words(heading.words)
    shared = len(title & name)
    if title and name and 2 * shared < min(len(title), len(name)):
        yield Fault(
            written.place(heading.element, heading.words),
            f'the heading "{heading.words}" says something else than the title "{page.title}"',
            f"use the same words in both: # {page.title}",
        )


def _words(text: str) -> set[str]:
    words = (word.casefold().removesuffix("s") for word in _WORD.findall(text))
    return {word for word in words if word not in _SMALL}
