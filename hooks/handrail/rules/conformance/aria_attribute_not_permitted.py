"""Every ARIA attribute is one that its element's role can have.

An attribute such as `aria-checked` on something that cannot be checked is read out by some screen
readers and ignored by others, so that people who use them get different pages.

WAI-ARIA 1.2, 5.2 "Supported states and properties"; WCAG 2.2, 4.1.2 Name, Role, Value.
ACT rule 5c01ea.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.attributes import GLOBAL, VALUES
from handrail.access.facts import Facts, facts_of, is_html, nearest, parent
from handrail.access.focus import is_summary
from handrail.access.hidden import is_exposed
from handrail.access.quoting import tag_of
from handrail.access.roles import NO_ROLE, ROLES
from handrail.access.semantics import role_of
from handrail.access.tables import TABLES
from handrail.finding import Fault
from handrail.html import Document, Element

ID = "aria-attribute-not-permitted"
LEVEL = "error"
ACT = ("5c01ea",)
LOOKS_AT = frozenset(("[aria-*]",))

_OF_BRANCHES = frozenset(("aria-expanded", "aria-level", "aria-posinset", "aria-setsize"))


def check_html(document: Document) -> Iterator[Fault]:
    """Find ARIA attributes that the role of their element does not know."""
    facts = facts_of(document)
    for element, names in facts.aria:
        wrong = [name for name in names if name in VALUES and name not in GLOBAL]
        if wrong and is_exposed(facts, element) and not _is_custom(element):
            allowed = _allowed(facts, element)
            for name in wrong:
                if name not in allowed:
                    yield _fault(document, facts, element, name)


def _allowed(facts: Facts, element: Element) -> frozenset[str]:
    """Attributes beside the global ones; those of the nearest role for controls without one."""
    role = role_of(facts, element)
    if role is None and is_html(element):
        if element.tag == "input":
            role = "textbox"
        elif is_summary(element):
            role = "button"
    allowed = ROLES.get(role, NO_ROLE).supports
    return allowed - _OF_BRANCHES if role == "row" and _is_flat(facts, element) else allowed


def _is_flat(facts: Facts, row: Element) -> bool:
    """Whether `row` belongs to a table in which rows cannot be opened and closed."""
    known = facts.answers["table of row"]
    table = nearest(parent(row), known, lambda above: role_of(facts, above) in TABLES)
    return table is not None and role_of(facts, table) != "treegrid"


def _fault(document: Document, facts: Facts, element: Element, name: str) -> Fault:
    role = role_of(facts, element)
    kind = f'role "{role}"' if role not in (None, "generic") else "no role of its own"
    return Fault(
        document.place(element),
        f'"{name}" means nothing on {tag_of(element)}, which has {kind}',
        f"remove {name}, or use an element or a role that can have it",
    )


def _is_custom(element: Element) -> bool:
    """Whether `element` is of a kind defined by a script, which may give it any role."""
    return "-" in element.tag
