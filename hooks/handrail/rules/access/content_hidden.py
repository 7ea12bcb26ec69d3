"""What stands in a page can be seen and heard by everyone.

Hidden words are still found by search, printed by some programs and read out by others; what only
some readers get cannot be relied on. WCAG 2.2, 1.3.1 Info and relationships.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.access.written import Written, written_of

ID = "content-hidden"
LEVEL = "error"
ACT = ()
LOOKS_AT = frozenset(("[style]", "[hidden]", "[aria-hidden]"))

_HIDING = re.compile(
    r"(?i)display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d])"
    r"|opacity\s*:\s*0(?![.\d])|text-indent\s*:\s*-\d{3,}|(?:left|top)\s*:\s*-(?:\d{4,}|\d{3}r?em)"
    r"|(?<![-\w])height\s*:\s*0(?![.\d])(?=[^{}]*overflow\s*:\s*hidden)"
)


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each element with words or pictures that is hidden from some readers or all."""
    written = written_of(page, handbook)
    for element, name, said in _hiding(written):
        if element.text.strip() or element.find("img"):
            yield Fault(
                written.place_of_attribute(element, name),
                f"{said} hides part of the page",
                "remove what nobody is to read, or show it to everyone",
            )


def _hiding(written: Written) -> Iterator[tuple]:
    """(element, attribute, what it says) for everything that is hidden."""
    for element, name in written.with_attribute("style"):
        found = _HIDING.search(element.attr(name) or "")
        if found:
            yield element, name, f'style="{found.group(0)}"'
    for element, name in written.with_attribute("hidden"):
        yield element, name, name
    for element, name in written.with_attribute("aria-hidden"):
        if (element.attr(name) or "").lower() == "true":
            yield element, name, 'aria-hidden="true"'
