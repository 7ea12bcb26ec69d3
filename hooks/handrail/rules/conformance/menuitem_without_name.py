"""Every entry of a menu says what it does.

An entry without a name is read out as "menu item": people who cannot see its picture do not know
what choosing it will do.

WCAG 2.2, 4.1.2 Name, Role, Value. ACT rule m6b1q3.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.facts import facts_of
from handrail.access.names import nameless_of
from handrail.access.quoting import tag_of
from handrail.finding import Fault
from handrail.html import Document

ID = "menuitem-without-name"
LEVEL = "error"
ACT = ("m6b1q3",)
LOOKS_AT = frozenset(("[role]",))


def check_html(document: Document) -> Iterator[Fault]:
    """Find menu entries that have no accessible name."""
    facts = facts_of(document)
    for element in nameless_of(facts, frozenset(("menuitem",))):
        yield Fault(
            document.place(element),
            f"the menu entry {tag_of(element)} does not say what it does",
            "write what it does into it, or into its aria-label",
        )
