"""Lists, menus and tables are made of the parts that they are made of.

A list that holds anything but items is announced as empty or with the wrong count, and people who
use a screen reader cannot move through it.

WCAG 2.2, 1.3.1 Info and Relationships; WAI-ARIA 1.2, "Required Owned Elements". ACT rule bc4a75.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.facts import Facts, facts_of, nearest
from handrail.access.hidden import is_exposed
from handrail.access.quoting import tag_of
from handrail.access.roles import ROLES
from handrail.access.semantics import of_kinds, role_of
from handrail.access.tree import exposed_children, plain_parts
from handrail.finding import Fault
from handrail.html import Document, Element, Text

ID = "role-with-wrong-children"
LEVEL = "error"
ACT = ("bc4a75",)

_CHOICES = frozenset(("select", "datalist"))  # HTML itself sees to what is in them
_OWNERS = frozenset(name for name, role in ROLES.items() if role.owns)


def check_html(document: Document) -> Iterator[Fault]:
    """Find elements that hold others than their role is made of, or none of those."""
    facts = facts_of(document)
    for element in of_kinds(facts, _OWNERS):
        if element.tag in _CHOICES or plain_parts(facts, element):
            continue
        if role_of(facts, element) not in _OWNERS or not is_exposed(facts, element):
            continue
        if _is_loading(facts, element):
            continue
        role = role_of(facts, element)
        allowed = ROLES[role].owns
        children = list(_parts(facts, element, allowed))
        wrong = next((c for c in children if role_of(facts, c) not in allowed), None)
        if wrong is not None or (not children and _has_content(facts, element)):
            yield _fault(document, facts, element, wrong)


def _parts(facts: Facts, element: Element, allowed: frozenset[str]) -> Iterator[Element]:
    """What `element` holds, and what is in the groups that some of it may stand in."""
    for child in exposed_children(facts, element):
        yield child
        if "group" in allowed and role_of(facts, child) == "group":
            yield from exposed_children(facts, child)


def _is_loading(facts: Facts, element: Element) -> bool:
    known = facts.answers["busy"]
    return nearest(element, known, lambda e: e.attr("aria-busy") == "true") is not None


def _has_content(facts: Facts, element: Element) -> bool:
    """Whether there is anything in `element` that could have been one of its parts."""
    for node in element:
        if isinstance(node, Text):
            if node.data.strip():
                return True
        elif isinstance(node, Element) and is_exposed(facts, node):
            return True
    return False


def _fault(document: Document, facts: Facts, element: Element, wrong: Element | None) -> Fault:
    role = role_of(facts, element)
    held = f"holds {tag_of(wrong)}" if wrong is not None else "holds nothing it is made of"
    return Fault(
        document.place(element if wrong is None else wrong),
        f"{tag_of(element)} is a {role} but {held}",
        _help(element, role),
    )


def _help(element: Element, role: str) -> str:
    if role == "list" and element.tag in ("ul", "ol"):
        return "put what it holds into <li>, or use something else than a list"
    *others, last = sorted(part for part in ROLES[role].owns if not part.startswith("doc-"))
    parts = f"{', '.join(others)} or {last}" if others else last
    return f"put only elements with role {parts} directly into a {role}"
