"""Every image has a text that stands for it, or is marked as decoration.

People who cannot see an image hear its file name instead, and on a slow line nobody sees what is
missing.

WCAG 2.2, 1.1.1 Non-text Content. ACT rule 23a2a8.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.facts import facts_of
from handrail.access.hidden import is_hidden
from handrail.access.names import has_name
from handrail.access.quoting import tag_of
from handrail.access.semantics import with_roles
from handrail.finding import Fault
from handrail.html import Document, Element

ID = "image-without-alt"
LEVEL = "error"
ACT = ("23a2a8",)
LOOKS_AT = frozenset(("img", "[role]"))

_IMAGES = frozenset(("img", "image"))


def check_html(document: Document) -> Iterator[Fault]:
    """Find images that have no accessible name and are not decorative."""
    facts = facts_of(document)
    for element in with_roles(facts, _IMAGES):
        if not is_hidden(facts, element) and not has_name(facts, element):
            yield _fault(document, element)


def _fault(document: Document, element: Element) -> Fault:
    if element.tag != "img":
        help = "say what it shows in aria-label"
    elif document.whole:
        help = 'say what it shows in its alt, or write alt="" if it is only decoration'
    else:
        help = "say what it shows between the square brackets: ![what it shows](file)"
    return Fault(document.place(element), f"no text stands for the image {tag_of(element)}", help)
