"""Every button says what it does.

A button without a name is read out as "button": people who cannot see its picture, and people who
work by voice, cannot know what pressing it will do.

WCAG 2.2, 4.1.2 Name, Role, Value. ACT rule 97a4e1.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.facts import facts_of
from handrail.access.implicit import input_type
from handrail.access.names import nameless_of
from handrail.access.quoting import tag_of
from handrail.finding import Fault
from handrail.html import Document, Element

ID = "button-without-name"
LEVEL = "error"
ACT = ("97a4e1",)
LOOKS_AT = frozenset(("button", "input", "[role]"))


def check_html(document: Document) -> Iterator[Fault]:
    """Find buttons that have no accessible name."""
    facts = facts_of(document)
    for element in nameless_of(facts, frozenset(("button",))):
        if not _is_image(element):
            yield Fault(
                document.place(element),
                f"{tag_of(element)} does not say what it does",
                "write what happens when it is pressed into it, or into its aria-label",
            )


def _is_image(element: Element) -> bool:
    """Image buttons have a rule of their own."""
    return element.tag == "input" and input_type(element) == "image"
