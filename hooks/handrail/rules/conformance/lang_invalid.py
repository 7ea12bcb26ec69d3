"""Passages in another language name that language with a known code.

A screen reader changes its voice by the `lang` of a passage. With an unknown code, Polish
or Welsh is read out with English sounds, which nobody understands.

WCAG 2.2, 3.1.2 Language of Parts; BCP 47. ACT rule de46e4.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.facts import Facts, facts_of
from handrail.access.hidden import is_exposed, is_visible
from handrail.access.implicit import input_type
from handrail.access.languages import names_a_language
from handrail.access.quoting import cut, tag_of
from handrail.finding import Fault
from handrail.html import Document, Element, Text

ID = "lang-invalid"
LEVEL = "error"
ACT = ("de46e4",)
LOOKS_AT = frozenset(("[lang]",))

_SPOKEN = ("alt", "aria-label", "title", "placeholder")
_BUTTONS = frozenset(("button", "reset", "submit"))


def check_html(document: Document) -> Iterator[Fault]:
    """Find `lang` attributes on parts of a page that name no language."""
    facts = facts_of(document)
    for element in facts.having("lang"):
        value = element.attr("lang") or ""
        if not value or element.tag == "html" or names_a_language(value):
            continue
        if _says_anything(facts, element):
            yield Fault(
                document.place(element),
                f'lang="{cut(value)}" on {tag_of(element)} is no language',
                "use the code of the language, such as cy for Welsh, pl for Polish or ur for Urdu",
            )


def _says_anything(facts: Facts, element: Element) -> bool:
    """Whether people see or hear text that takes its language from `element`."""
    waiting = [element]
    while waiting:
        step = waiting.pop()
        reached = is_visible(facts, step) or is_exposed(facts, step)
        if reached and _has_spoken_attribute(step):
            return True
        for node in step:
            if isinstance(node, Text):
                if reached and node.data.strip():
                    return True
            elif isinstance(node, Element) and node.attr("lang") is None:
                waiting.append(node)
    return False


def _has_spoken_attribute(element: Element) -> bool:
    is_button = element.tag == "input" and input_type(element) in _BUTTONS
    names = (*_SPOKEN, "value") if is_button else _SPOKEN
    return any((element.attr(name) or "").strip() for name in names)
