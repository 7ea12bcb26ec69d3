"""Parts of lists, menus, tables and tab rows stand in what they are part of.

An item that is marked up as part of something, but stands alone, makes no sense to a screen reader:
people do not hear that there is a list, how long it is, or where they are in it.

WCAG 2.2, 1.3.1 Info and Relationships; WAI-ARIA 1.2, "Required Context Role". ACT rule ff89c9.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.facts import Facts, facts_of
from handrail.access.hidden import is_exposed
from handrail.access.implicit import implicit_role
from handrail.access.quoting import quoted
from handrail.access.roles import ROLES
from handrail.access.semantics import role_of, with_explicit_role
from handrail.access.tree import exposed_parent
from handrail.finding import Fault
from handrail.html import Document, Element

ID = "role-outside-context"
LEVEL = "error"
ACT = ("ff89c9",)
LOOKS_AT = frozenset(("[role]",))

_NOT_PROPOSED = frozenset(("directory", "group"))  # out of use, and nothing by itself


def check_html(document: Document) -> Iterator[Fault]:
    """Find elements whose explicit role needs a context that they do not stand in."""
    facts = facts_of(document)
    for element, role in with_explicit_role(facts):
        context = ROLES[role].context
        if not context or implicit_role(facts, element) == role:
            continue
        if is_exposed(facts, element) and not _is_at_home(facts, element, role):
            yield Fault(
                document.place(element),
                f'role="{role}" on {quoted(element)} stands outside any {_listed(context)}',
                f'put it directly into an element with role="{min(context - _NOT_PROPOSED)}", '
                "or remove the role",
            )


def _is_at_home(facts: Facts, element: Element, own: str) -> bool:
    """Whether what is around `element` has one of the roles. A group counts only within one, or
    within an element of the same role, as where branches of a tree stand in a branch."""
    context = ROLES[own].context
    outer = exposed_parent(facts, element)
    if outer is None:
        return False
    role = role_of(facts, outer)
    if role == "group" and "group" in context:
        beyond = exposed_parent(facts, outer)
        return beyond is not None and role_of(facts, beyond) in {*context, own}
    return role in context


def _listed(context: frozenset[str]) -> str:
    *others, last = sorted(context)
    return f"{', '.join(others)} or {last}" if others else last
