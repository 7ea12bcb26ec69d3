"""Reading a page calls nobody outside.

A picture, style or script from another site tells that site who reads about domestic abuse or
addiction, and when; on an intranet without internet it is missing. UK GDPR, article 5(1)(c).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.html import Element
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "resource-from-elsewhere"
LEVEL = "error"
ACT = ()

_OUTSIDE = re.compile(r"(?i)[\x00-\x20]*(?:(?:https?|ftp|wss?):)?[\\/]{2}[^\s,\"'()]+")
_IN_CSS = re.compile(r"(?i)(?:url\(\s*|@import\s*)[\"']?\s*((?:https?:)?//[^\s\"')]+)")
_SOURCES = ("src", "srcset", "poster", "background", "imagesrcset", "data")
_TAGS = frozenset(("link", "image", "use", "feimage"))


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each address of another site that a browser would fetch by itself."""
    if "//" not in page.text and "\\\\" not in page.text:
        return
    written = written_of(page, handbook)
    for element in written.document.elements():
        for address in _fetched(element):
            yield Fault(
                written.place_of_source(element, address),
                f'"{address}" is fetched from another site when the page is read',
                "put the file into the docs folder, or link to it",
            )


def _fetched(element: Element) -> Iterator[str]:
    """Addresses outside that an element makes the browser fetch."""
    attributes = element.attrs
    names = [name for name in _SOURCES if name in attributes]
    if element.tag in _TAGS:
        names += [name for name in ("href", "xlink:href") if name in attributes]
    for name in names:
        for part in str(attributes[name]).split(","):
            found = _OUTSIDE.match(part)
            if found:
                yield found.group(0).strip()
    if "style" in attributes:
        yield from _IN_CSS.findall(str(attributes["style"]))
    if element.tag == "style":
        yield from _IN_CSS.findall(element.text)
