"""The role of each element: what it is to assistive technology.

The `role` attribute comes first, then the kind of the element; conflicts with `role="none"` are
resolved as in WAI-ARIA 1.2 (5.3.3 and 7.1).
"""

from __future__ import annotations

from handrail.access.facts import Facts, is_html, nearest, parent
from handrail.access.implicit import ROLES_OF_TAG, TAGS_OF_ROLE, implicit_role, must_show
from handrail.access.roles import PRESENTATIONAL, explicit_role
from handrail.html import Element

_PARTS = {
    "li": frozenset(("ul", "ol", "menu")),
    **dict.fromkeys(
        ("caption", "tbody", "td", "tfoot", "th", "thead", "tr"), frozenset(("table",))
    ),
}


def role_of(facts: Facts, element: Element) -> str | None:
    """The semantic role of `element`: explicit, else implicit, None where it has none."""
    known = facts.once("roles", _find_changed)
    try:
        return known[element]
    except KeyError:
        known[element] = found = implicit_role(facts, element)
        return found


def with_roles(facts: Facts, roles: frozenset[str]) -> list[Element]:
    """The HTML elements whose semantic role is one of `roles`."""
    possible = roles & facts.once("possible roles", _find_possible)
    return [element for role in sorted(possible) for element in _with_role(facts, role)]


def of_kinds(facts: Facts, roles: frozenset[str]) -> list[Element]:
    """The HTML elements that can have one of `roles`, by their kind or because they say so."""
    tags = {tag for role in roles for tag in TAGS_OF_ROLE.get(role, ())}
    others = [
        element
        for element, role in with_explicit_role(facts)
        if role in roles and element.tag not in tags and is_html(element)
    ]
    return [*facts.html(*sorted(tags)), *others]


def with_explicit_role(facts: Facts) -> list[tuple[Element, str]]:
    """Elements with a `role` attribute that names a role, and that role."""
    return facts.once("explicit", _find_explicit)


def _find_possible(facts: Facts) -> frozenset[str]:
    """The roles that the kinds of elements of a document can have, and those that its elements say
    they have."""
    by_kind = (ROLES_OF_TAG.get(tag, ()) for tag in facts.tags)
    return frozenset().union(*by_kind, (role for _, role in with_explicit_role(facts)))


def _with_role(facts: Facts, role: str) -> list[Element]:
    """The HTML elements of one role: those of its kinds, and those that say so."""
    known = facts.answers["with role"]
    if role not in known:
        tags = TAGS_OF_ROLE.get(role, ())
        others = [
            element
            for element, _ in with_explicit_role(facts)
            if element.tag not in tags and is_html(element)
        ]
        candidates = [*facts.html(*tags), *others]
        known[role] = [element for element in candidates if role_of(facts, element) == role]
    return known[role]


def _find_explicit(facts: Facts) -> list[tuple[Element, str]]:
    found = ((e, explicit_role(e)) for e in facts.having("role"))
    return [(element, role) for element, role in found if role]


def _find_changed(facts: Facts) -> dict[Element, str | None]:
    """The roles of those elements that do not simply have that of their kind."""
    found = dict.fromkeys(_find_parts_of_nothing(facts), "none")
    for element, role in with_explicit_role(facts):
        kept = role in PRESENTATIONAL and must_show(facts, element)
        plain = "none" if role in PRESENTATIONAL else role
        found[element] = implicit_role(facts, element) if kept else plain
    return found


def _find_parts_of_nothing(facts: Facts) -> set[Element]:
    """Items and cells of lists and tables that have been made presentational."""
    wholes = facts.html("ul", "ol", "menu", "table")
    emptied = {whole for whole in wholes if _is_presentational(facts, whole)}
    found: set[Element] = set()
    for tag, kinds in _PARTS.items():
        if any(whole.tag in kinds for whole in emptied):
            known = facts.answers["whole of li" if tag == "li" else "table of cell"]
            for part in facts.html(tag):
                whole = nearest(parent(part), known, lambda above, kinds=kinds: above.tag in kinds)
                if whole in emptied and not must_show(facts, part):
                    found.add(part)
    return found


def _is_presentational(facts: Facts, whole: Element) -> bool:
    return explicit_role(whole) in PRESENTATIONAL and not must_show(facts, whole)
