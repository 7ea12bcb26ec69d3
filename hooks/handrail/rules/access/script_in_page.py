"""Pages hold words, not programs.

A script in a page works for a mouse and not for a keyboard, or breaks when the site changes, and
nobody who reviews the words can tell what it does. WCAG 2.2, 2.1.1 Keyboard and 4.1.2 Name, role,
value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.html import Element
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "script-in-page"
LEVEL = "error"
ACT = ()

_HANDLER = re.compile(r"(?i)\bon[a-z]+\s*=")
_RUNS = re.compile(r"(?i)[\x00-\x20]*(?:java|vb)\s*script:")
_HOLD_ADDRESSES = ("href", "src", "action", "formaction", "data", "xlink:href")


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each script, event handler and address that runs one."""
    if not _may_hold_script(page.text):
        return
    written = written_of(page, handbook)
    for script in written.elements("script"):
        yield Fault(written.place(script), "the page holds a script", "remove it")
    for element in written.document.elements():
        for name in _running(element):
            yield Fault(
                written.place_of_attribute(element, name),
                f'{name}="{element.attr(name)}" runs a script',
                f"remove {name}; lead to a page with an ordinary link",
            )


def _may_hold_script(text: str) -> bool:
    """A quick look, by which most pages are done with."""
    lowered = text.lower()
    if "<script" in lowered or "script:" in lowered:
        return True
    return "=" in lowered and bool(_HANDLER.search(lowered))


def _running(element: Element) -> Iterator[str]:
    """Names of the attributes by which an element runs a script."""
    for name, value in element.attrs.items():
        is_handler = name.startswith("on") and name.isalpha()
        if is_handler or (name in _HOLD_ADDRESSES and _RUNS.match(str(value))):
            yield name
