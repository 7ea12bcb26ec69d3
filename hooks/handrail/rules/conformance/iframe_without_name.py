"""Every frame says what is in it.

People who use a screen reader hear the title of a frame before they decide to go in. Without one
they have to explore a map or a video player to find out what it is.

WCAG 2.2, 4.1.2 Name, Role, Value. ACT rule cae760.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.facts import facts_of
from handrail.access.focus import tabindex
from handrail.access.names import nameless
from handrail.access.quoting import tag_of
from handrail.finding import Fault
from handrail.html import Document

ID = "iframe-without-name"
LEVEL = "error"
ACT = ("cae760",)
LOOKS_AT = frozenset(("iframe",))


def check_html(document: Document) -> Iterator[Fault]:
    """Find frames in the focus order that have no accessible name."""
    facts = facts_of(document)
    for element in nameless(facts, facts.html("iframe")):
        if (tabindex(element) or 0) >= 0:
            yield Fault(
                document.place(element),
                f"the frame {tag_of(element)} does not say what is in it",
                'add a title, such as title="Map of the office"',
            )
