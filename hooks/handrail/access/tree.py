"""Parents and children in the accessibility tree (Core-AAM 1.2, WAI-ARIA 1.2 `aria-owns`).

Elements that say nothing to assistive technology, such as a plain `<div>`, are passed over: what
is in them counts as standing in what is around them.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.facts import Facts, nearest, parent
from handrail.access.focus import is_focusable_by_nature
from handrail.access.hidden import is_exposed
from handrail.access.implicit import has_global_attribute
from handrail.access.names import referenced
from handrail.access.semantics import role_of
from handrail.html import Element

_GROUPS = frozenset(("tbody", "tfoot", "thead"))
_PARTS = {
    **dict.fromkeys(("menu", "ol", "ul"), frozenset(("li",))),
    **dict.fromkeys(_GROUPS, frozenset(("tr",))),
    "table": _GROUPS | {"caption"},
    "tr": frozenset(("td", "th")),
}
_SILENT = frozenset((None, "generic", "none", "presentation"))


def exposed_parent(facts: Facts, element: Element) -> Element | None:
    """The element that assistive technology finds around `element`."""
    owners = facts.once("owners", _find_owners)

    def above(inner: Element) -> Element | None:
        owner = owners.get(inner)
        return parent(inner) if owner is None else owner

    known = facts.answers["exposed parent"]
    return nearest(above(element), known, lambda outer: not is_silent(facts, outer), above)


def exposed_children(facts: Facts, element: Element) -> list[Element]:
    """The elements that assistive technology finds directly in `element`, in order."""
    known = facts.answers["exposed children"]
    if element not in known:
        owners = facts.once("owners", _find_owners)
        parts = [] if owners else plain_parts(facts, element)
        known[element] = (
            [part for part in parts if is_exposed(facts, part)]
            if parts
            else list(_find_children(facts, owners, element))
        )
    return known[element]


def plain_parts(facts: Facts, element: Element) -> list[Element]:
    """What is in a list, a table or a row where that is what HTML has for it and no role says
    anything else; empty where it has to be looked at more closely."""
    known = facts.answers["plain parts"]
    if element not in known:
        known[element] = _find_plain_parts(facts, element)
    return known[element]


def _find_plain_parts(facts: Facts, element: Element) -> list[Element]:
    kinds = _PARTS.get(element.tag)
    marked = facts.once("marked", _find_marked)
    if kinds is None or element in marked:
        return []
    parts = [child for child in element if isinstance(child, Element)]
    plain = kinds.issuperset([part.tag for part in parts]) and marked.isdisjoint(parts)
    return parts if plain else []


def _find_marked(facts: Facts) -> set[Element]:
    """Elements that have a role or own others by their attributes."""
    return {*facts.having("role"), *facts.having("aria-owns")}


def _find_children(facts: Facts, owners: dict, element: Element) -> Iterator[Element]:
    passed = {element}
    waiting = _children(owners, facts, element)[::-1]
    while waiting:
        child = waiting.pop()
        if child in passed or not is_exposed(facts, child):
            continue
        passed.add(child)
        if is_silent(facts, child):
            waiting.extend(reversed(_children(owners, facts, child)))
        else:
            yield child


def is_silent(facts: Facts, element: Element) -> bool:
    """Whether assistive technology passes over `element` to what is in it."""
    if role_of(facts, element) not in _SILENT:
        return False
    return not has_global_attribute(element) and not is_focusable_by_nature(facts, element)


def _children(owners: dict, facts: Facts, element: Element) -> list[Element]:
    """What stands in `element` and is not owned elsewhere, and what it owns."""
    inside = [child for child in element if isinstance(child, Element) and child not in owners]
    if element.attr("aria-owns") is None:
        return inside
    owned = referenced(facts, element, "aria-owns")
    return inside + [other for other in owned if owners.get(other) == element]


def _find_owners(facts: Facts) -> dict[Element, Element]:
    """The owner of each element that some `aria-owns` lists: the first to list it."""
    owners: dict[Element, Element] = {}
    for element, names in facts.aria:
        if "aria-owns" in names:
            for owned in referenced(facts, element, "aria-owns"):
                owners.setdefault(owned, element)
    return owners
