"""Every role exists.

A misspelt `role` does nothing: what looks like a link or a tab stays plain text for people who use
a screen reader.

WAI-ARIA 1.2, 5.3 "Categorization of Roles"; WCAG 2.2, 1.3.1 and 4.1.2. ACT rule 674b10.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.facts import facts_of
from handrail.access.hidden import is_hidden
from handrail.access.quoting import cut, tag_of
from handrail.access.roles import ROLES, explicit_role
from handrail.finding import Fault
from handrail.html import Document
from handrail.rules.near import did_you_mean

ID = "role-unknown"
LEVEL = "error"
ACT = ("674b10",)
LOOKS_AT = frozenset(("[role]",))


def check_html(document: Document) -> Iterator[Fault]:
    """Find `role` attributes that name no role at all."""
    facts = facts_of(document)
    for element in facts.having("role"):
        value = (element.attr("role") or "").strip()
        if value and not explicit_role(element) and not is_hidden(facts, element):
            yield Fault(
                document.place(element),
                f'there is no role "{cut(value)}", used on {tag_of(element)}',
                did_you_mean(cut(value), ROLES, "remove it, or look its name up in WAI-ARIA"),
            )
