"""Every ARIA attribute has a value that it can have.

A value that ARIA does not know, such as `aria-expanded="collapsed"`, counts as if nothing had been
written: people who use a screen reader are not told the state of the thing.

WAI-ARIA 1.2, 6.2.4 "Value"; WCAG 2.2, 4.1.2 Name, Role, Value. ACT rule 6a7281.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.attributes import VALUES, accepts, choices
from handrail.access.facts import Facts, facts_of
from handrail.access.names import referenced
from handrail.access.quoting import cut, tag_of
from handrail.access.roles import NO_ROLE, ROLES
from handrail.access.semantics import role_of
from handrail.finding import Fault
from handrail.html import Document, Element

ID = "aria-value-invalid"
LEVEL = "error"
ACT = ("6a7281",)
LOOKS_AT = frozenset(("[aria-*]",))


def check_html(document: Document) -> Iterator[Fault]:
    """Find ARIA attributes whose value is not of the kind they take."""
    facts = facts_of(document)
    for element, names in facts.aria:
        for name in names:
            value = (element.attr(name) or "").strip()
            if not value or name not in VALUES:
                continue
            if not accepts(name, value):
                yield _fault(document, element, name, value, _help(name))
            elif VALUES[name] in ("id", "ids") and _leads_nowhere(facts, element, name):
                yield _fault(
                    document, element, name, value, "use the id of an element on this page"
                )


def _leads_nowhere(facts: Facts, element: Element, name: str) -> bool:
    """Whether an attribute that the element must have points to nothing. A popup that is closed
    may be missing."""
    if name not in ROLES.get(role_of(facts, element), NO_ROLE).requires:
        return False
    role_is_open = (element.attr("aria-expanded") or "true").strip().lower() == "true"
    return role_is_open and not referenced(facts, element, name)


def _fault(document: Document, element: Element, name: str, value: str, help: str) -> Fault:
    return Fault(
        document.place(element),
        f'"{cut(value)}" is not a value that {name} can have on {tag_of(element)}',
        help,
    )


def _help(name: str) -> str:
    kind = VALUES[name]
    if kind == "id":
        return "give it one id, without spaces"
    if kind == "number":
        return "give it a number, such as 3 or 2.5"
    if kind.startswith("integer"):
        return f"give it a whole number, {kind.removeprefix('integer ')} up"
    known = sorted(choices(name) - {"undefined"})
    return f"use {', '.join(known[:-1])} or {known[-1]}"
