"""Links open where the reader is, unless they say otherwise.

A new window takes away the way back; people who see a small part of the screen, or none, do not
notice that it is new. WCAG 2.2, 3.2.2 On input and 3.2.5 Change on request.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.html import words
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "link-opens-window"
LEVEL = "error"
ACT = ()
LOOKS_AT = frozenset(("[target]",))

_HERE = frozenset(("", "_self", "_top", "_parent"))
_SAID = ("new window", "new tab")


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each link or form that opens a window and does not say so."""
    written = written_of(page, handbook)
    for element, _ in written.with_attribute("target"):
        target = (element.attr("target") or "").strip().lower()
        text = words(element)
        if target not in _HERE and not any(said in text.casefold() for said in _SAID):
            yield Fault(
                written.place_of_attribute(element, "target"),
                f'"{text}" opens in a new window without saying so',
                f'remove target="{element.attr("target")}"',
            )
