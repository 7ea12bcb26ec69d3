"""Text is aligned at the left.

Justified text has gaps that run down the page like rivers and pull the eyes of people with dyslexia
off the line. WCAG 2.2, 1.4.8 Visual presentation; guidance of the British Dyslexia Association.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "text-justified"
LEVEL = "error"
ACT = ()
LOOKS_AT = frozenset(("[style]", "[align]"))

_JUSTIFY = re.compile(r"(?i)text-align\s*:\s*justify")


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each element that is justified by its style or its `align`."""
    written = written_of(page, handbook)
    for element, name in written.with_attribute("style", "align"):
        value = element.attr(name) or ""
        if _JUSTIFY.search(value) or (name == "align" and value.strip().lower() == "justify"):
            yield Fault(
                written.place_of_attribute(element, name),
                f'{name}="{value}" justifies the text',
                f"remove {name}",
            )
