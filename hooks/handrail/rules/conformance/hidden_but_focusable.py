"""What is hidden from screen readers cannot be reached with the Tab key either.

With `aria-hidden` on something that still takes the focus, people who use a screen reader land on
a silent spot and do not know where they are.

WCAG 2.2, 4.1.2 Name, Role, Value. ACT rule 6cfa84.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.facts import facts_of
from handrail.access.focus import in_focus_order
from handrail.access.hidden import aria_hidden
from handrail.access.quoting import quoted
from handrail.finding import Fault
from handrail.html import Document, Element

ID = "hidden-but-focusable"
LEVEL = "error"
ACT = ("6cfa84",)
LOOKS_AT = frozenset(("[aria-hidden]",))


def check_html(document: Document) -> Iterator[Fault]:
    """Find elements in the focus order within `aria-hidden` content."""
    facts = facts_of(document)
    for element in aria_hidden(facts):
        if in_focus_order(facts, element) and not _passes_focus_on(element):
            yield Fault(
                document.place(element),
                f"the keyboard reaches {quoted(element)}, which aria-hidden hides from "
                "screen readers",
                'remove aria-hidden, or take it out of reach as well with tabindex="-1"',
            )


def _passes_focus_on(element: Element) -> bool:
    """Whether a script moves the focus elsewhere at once, as at the edges of a dialogue."""
    return ".focus(" in (element.attr("onfocus") or "")
