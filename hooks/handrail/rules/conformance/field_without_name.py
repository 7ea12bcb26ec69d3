"""Every field of a form says what to enter.

A field without a label is read out as "edit text, blank". People who use a screen reader or speak
to their computer cannot tell what belongs in it.

WCAG 2.2, 4.1.2 Name, Role, Value. ACT rule e086e5.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.facts import facts_of
from handrail.access.implicit import input_type
from handrail.access.names import nameless
from handrail.access.quoting import tag_of
from handrail.access.roles import FIELDS
from handrail.access.semantics import role_of, with_roles
from handrail.access.words import words
from handrail.finding import Fault
from handrail.html import Document

ID = "field-without-name"
LEVEL = "error"
ACT = ("e086e5",)
LOOKS_AT = frozenset(("input", "select", "textarea", "datalist", "[role]"))

_WITHOUT_ROLE = words("color date datetime-local file month password time week")


def check_html(document: Document) -> Iterator[Fault]:
    """Find form fields that have no accessible name."""
    facts = facts_of(document)
    fields = with_roles(facts, FIELDS)
    fields += [
        element
        for element in facts.html("input")
        if input_type(element) in _WITHOUT_ROLE and role_of(facts, element) is None
    ]
    for element in nameless(facts, fields):
        if element.tag != "datalist":
            yield Fault(
                document.place(element),
                f"{tag_of(element)} does not say what belongs in it",
                _help(element.tag),
            )


def _help(tag: str) -> str:
    if tag in ("input", "select", "textarea"):
        return 'give it an id and a <label for="that id"> with the question it answers'
    return "name it with aria-label, or point aria-labelledby to the id of its label"
