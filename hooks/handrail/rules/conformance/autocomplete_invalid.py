"""Fields that browsers can fill in say so in words that browsers know.

People who find typing or remembering hard rely on their browser to fill in names and addresses. It
can only do so where `autocomplete` holds one of the terms of the HTML standard.

WCAG 2.2, 1.3.5 Identify Input Purpose; HTML standard, "autofill detail tokens". ACT rule 73f2c2.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.facts import Facts, facts_of
from handrail.access.focus import in_focus_order, is_disabled
from handrail.access.hidden import is_exposed, is_visible
from handrail.access.implicit import input_type
from handrail.access.quoting import cut, tag_of
from handrail.access.roles import WIDGETS
from handrail.access.semantics import role_of
from handrail.access.words import words
from handrail.finding import Fault
from handrail.html import Document, Element
from handrail.rules.near import did_you_mean

ID = "autocomplete-invalid"
LEVEL = "error"
ACT = ("73f2c2",)
LOOKS_AT = frozenset(("[autocomplete]",))

_FIELDS = words(
    """additional-name address-level1 address-level2 address-level3 address-level4 address-line1
    address-line2 address-line3 bday bday-day bday-month bday-year cc-additional-name cc-csc cc-exp
    cc-exp-month cc-exp-year cc-family-name cc-given-name cc-name cc-number cc-type country
    country-name current-password family-name given-name honorific-prefix honorific-suffix language
    name new-password nickname one-time-code organization organization-title photo postal-code sex
    street-address transaction-amount transaction-currency url username"""
)
_CONTACTS = words(
    """email impp tel tel-area-code tel-country-code tel-extension tel-local tel-local-prefix
    tel-local-suffix tel-national"""
)
_PLACES = frozenset(("shipping", "billing"))
_KINDS = frozenset(("home", "work", "mobile", "fax", "pager"))
_FIXED = frozenset(("hidden", "button", "submit", "reset", "image"))


def check_html(document: Document) -> Iterator[Fault]:
    """Find `autocomplete` attributes that browsers cannot make sense of."""
    facts = facts_of(document)
    for element in facts.html("input", "select", "textarea"):
        value = (element.attr("autocomplete") or "").strip()
        if value and _matters(facts, element) and not _is_valid(value.lower().split()):
            yield Fault(
                document.place(element),
                f'autocomplete="{cut(value)}" on {tag_of(element)} means nothing to browsers',
                _help(value),
            )


def _matters(facts: Facts, element: Element) -> bool:
    """Whether people can fill the field in."""
    if not is_exposed(facts, element) and not is_visible(facts, element):
        return False
    if element.tag == "input" and input_type(element) in _FIXED:
        return False
    if is_disabled(facts, element) or element.attr("readonly") is not None:
        return False
    if "true" in (element.attr("aria-disabled"), element.attr("aria-readonly")):
        return False
    role = role_of(facts, element)
    is_static = role is not None and role not in WIDGETS
    return in_focus_order(facts, element) or not is_static


def _is_valid(tokens: list[str]) -> bool:
    """Whether the tokens are in the order of the HTML standard: section, address, kind, field."""
    if tokens in (["on"], ["off"]):
        return True
    if tokens[-1] == "webauthn":
        tokens = tokens[:-1]
    if tokens and tokens[0].startswith("section-"):
        tokens = tokens[1:]
    if tokens and tokens[0] in _PLACES:
        tokens = tokens[1:]
    if len(tokens) == 2 and tokens[0] in _KINDS:
        return tokens[1] in _CONTACTS
    return len(tokens) == 1 and (tokens[0] in _FIELDS or tokens[0] in _CONTACTS)


def _help(value: str) -> str:
    otherwise = (
        'use a term of the HTML standard, such as "name", "email" or "work tel", or remove it'
    )
    last = value.lower().split()[-1]
    terms = sorted(_FIELDS | _CONTACTS)
    return otherwise if last in terms else did_you_mean(cut(last), terms, otherwise)
