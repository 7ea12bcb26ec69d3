"""Things that can be on or off, or stand at a value, say which.

A checkbox made with `role="checkbox"` has no state of its own: without `aria-checked`, people who
use a screen reader cannot tell whether it is ticked.

WAI-ARIA 1.2, 5.2.2 "Required States and Properties"; WCAG 2.2, 4.1.2. ACT rule 4e8ab6.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.facts import Facts, facts_of, is_html
from handrail.access.focus import is_focusable
from handrail.access.hidden import is_exposed
from handrail.access.implicit import implicit_role, input_type
from handrail.access.quoting import quoted
from handrail.access.roles import ROLES
from handrail.access.semantics import with_explicit_role
from handrail.finding import Fault
from handrail.html import Document, Element

ID = "role-without-required-state"
LEVEL = "error"
ACT = ("4e8ab6",)
LOOKS_AT = frozenset(("[role]",))

_TICKED = frozenset(("checkbox", "radio"))
_VALUED = frozenset(("number", "range"))


def check_html(document: Document) -> Iterator[Fault]:
    """Find elements whose explicit role needs an attribute that they do not have."""
    facts = facts_of(document)
    for element, role in with_explicit_role(facts):
        if not ROLES[role].requires or implicit_role(facts, element) == role:
            continue
        if is_exposed(facts, element):
            for name in sorted(_missing(facts, element, role)):
                yield Fault(
                    document.place(element),
                    f'{quoted(element)} has role="{role}" but no "{name}"',
                    f"add {name}, or use the HTML element of this kind, which needs none",
                )


def _missing(facts: Facts, element: Element, role: str) -> frozenset[str]:
    if role == "separator" and not is_focusable(facts, element):
        return frozenset()
    missing = {name for name in ROLES[role].requires if not (element.attr(name) or "").strip()}
    return frozenset(missing) - _given(element, role)


def _given(element: Element, role: str) -> frozenset[str]:
    """What need not be written: the states that HTML keeps itself, and the popup of what is
    closed."""
    given: set[str] = set()
    if role == "combobox" and (element.attr("aria-expanded") or "").strip().lower() == "false":
        given.add("aria-controls")
    if is_html(element) and element.tag == "input":
        kind = input_type(element)
        given.update(("aria-checked",) if kind in _TICKED else ())
        given.update(("aria-valuenow",) if kind in _VALUED else ())
    return frozenset(given)
