"""Nothing inside a button, an image or a checkbox can be operated on its own.

Screen readers treat everything within such an element as its text. A link in there can be reached
with the Tab key but is never announced, and people cannot tell where they are.

WCAG 2.2, 4.1.2 Name, Role, Value; WAI-ARIA 1.2, "Children Presentational". ACT rule 307n5z.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.facts import facts_of, nearest, parent
from handrail.access.focus import is_focusable
from handrail.access.hidden import is_exposed
from handrail.access.quoting import quoted, tag_of
from handrail.access.roles import CHILDREN_PRESENTATIONAL
from handrail.access.semantics import with_explicit_role, with_roles
from handrail.finding import Fault
from handrail.html import Document, Element

ID = "focusable-inside-widget"
LEVEL = "error"
ACT = ("307n5z",)


def check_html(document: Document) -> Iterator[Fault]:
    """Find focusable elements within elements whose content counts as text."""
    facts = facts_of(document)
    known = facts.answers["widget around"]
    widgets = {
        *with_roles(facts, CHILDREN_PRESENTATIONAL),
        *(e for e, role in with_explicit_role(facts) if role in CHILDREN_PRESENTATIONAL),
    }
    for element in _inside(widgets) - facts.unused:
        outer = nearest(parent(element), known, widgets.__contains__)
        if is_focusable(facts, element) and is_exposed(facts, outer):
            yield Fault(
                document.place(element),
                f"{quoted(element)} can be operated but stands in {tag_of(outer)}, "
                "which is read out as one piece",
                "put them side by side, or leave only the outer one operable",
            )


def _inside(widgets: set[Element]) -> set[Element]:
    """Everything that stands in one of them."""
    found: set[Element] = set()
    for widget in widgets:
        if widget not in found:
            found.update(widget.iter_elements())
    return found
