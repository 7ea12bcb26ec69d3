"""Names are given only to things that can have one.

`aria-label` on a plain `<div>`, `<span>` or paragraph is ignored by most screen readers, so what it
says reaches nobody, or replaces the text for some people only.

WAI-ARIA 1.2, 5.2.6 "Prohibited states and properties" and 5.2.8.6; ACT rules kb1m8s and 5c01ea.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.facts import facts_of
from handrail.access.hidden import is_exposed
from handrail.access.quoting import cut, tag_of
from handrail.access.roles import PROHIBITED
from handrail.access.semantics import role_of
from handrail.finding import Fault
from handrail.html import Document

ID = "aria-naming-prohibited"
LEVEL = "warning"
ACT = ("kb1m8s", "5c01ea")
LOOKS_AT = frozenset(("[aria-*]",))

_NAMING = frozenset().union(*PROHIBITED.values())


def check_html(document: Document) -> Iterator[Fault]:
    """Find naming attributes on elements whose role rules them out."""
    facts = facts_of(document)
    for element, names in facts.aria:
        if _NAMING.isdisjoint(names):
            continue
        prohibited = PROHIBITED.get(role_of(facts, element), frozenset()).intersection(names)
        if not prohibited or "-" in element.tag or not is_exposed(facts, element):
            continue
        for name in sorted(prohibited):
            value = (element.attr(name) or "").strip()
            if value:
                yield Fault(
                    document.place(element),
                    f'{name}="{cut(value)}" does not reach anybody on {tag_of(element)}',
                    "write it as text, or give the element a role that can have a name, "
                    'such as role="group"',
                )
