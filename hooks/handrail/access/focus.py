"""What the keyboard reaches: focusable elements and the sequential focus order.

As in the HTML standard, section 6.6 "Focus", for what can be told without scripts and layout.
"""

from __future__ import annotations

import re

from handrail.access.facts import Facts, is_html, nearest, parent
from handrail.access.hidden import can_take_focus
from handrail.html import Element

_INTEGER = re.compile(r"[ \t\n\f\r]*([+-]?\d{1,9})")
_CONTROLS = frozenset(("button", "input", "select", "textarea"))
_CANDIDATES = (
    "a, area, button, input, select, textarea, summary, details, iframe, audio, video, [tabindex], "
    "[contenteditable]"
)


def focusable(facts: Facts) -> list[Element]:
    """Every element of the document that can take the focus, in document order."""
    return facts.once("focusable", _find_focusable)


def in_focus_order(facts: Facts, element: Element) -> bool:
    """Whether the Tab key reaches `element`: it is focusable and its tabindex is not negative."""
    return is_focusable(facts, element) and (tabindex(element) or 0) >= 0


def is_focusable(facts: Facts, element: Element) -> bool:
    """Whether `element` can take the focus, by the keyboard, a pointer or a script."""
    return can_take_focus(facts, element) and is_focusable_by_nature(facts, element)


def is_focusable_by_nature(facts: Facts, element: Element) -> bool:
    """Whether `element` is of a focusable kind, shown or not."""
    if is_html(element) and element.tag in _CONTROLS:
        return not is_disabled(facts, element)
    return _is_natively_focusable(element) or tabindex(element) is not None


def tabindex(element: Element) -> int | None:
    """The value of the `tabindex` attribute, or None where it has no valid one."""
    value = element.attr("tabindex")
    found = _INTEGER.match(value) if value else None
    return int(found.group(1)) if found else None


def is_disabled(facts: Facts, element: Element) -> bool:
    """Whether a form control is disabled, by itself or by a `<fieldset>` around it."""
    if element.attr("disabled") is not None:
        return True
    if not facts.once("disabled fieldsets", _has_disabled_fieldset):
        return False
    known = facts.answers["disabling"]
    return nearest(parent(element), known, _disables, _above_legend) is not None


def is_summary(element: Element) -> bool:
    """Whether `element` is the `<summary>` that opens and closes the `<details>` around it."""
    if element.tag != "summary" or not is_html(element):
        return False
    details = parent(element)
    if details is None or details.tag != "details":
        return False
    return _first_summary(details) == element


def _first_summary(details: Element) -> Element | None:
    """The `<summary>` of `details`; browsers put in one of their own where it has none."""
    return next((child for child in details if getattr(child, "tag", "") == "summary"), None)


def is_editable(element: Element) -> bool:
    """Whether `element` itself is made editable."""
    value = element.attr("contenteditable")
    return value is not None and value.strip().lower() in ("", "true", "plaintext-only")


def _find_focusable(facts: Facts) -> list[Element]:
    return [e for e in facts.document.root.select(_CANDIDATES) if is_focusable(facts, e)]


def _is_natively_focusable(element: Element) -> bool:
    tag = element.tag
    if tag in ("a", "area"):
        linked = element.attr("href") is not None
        return linked or (not is_html(element) and element.attr("xlink:href") is not None)
    if tag in ("audio", "video"):
        return element.attr("controls") is not None
    if tag == "details" and is_html(element):
        return _first_summary(element) is None or is_editable(element)
    return tag == "iframe" or is_summary(element) or is_editable(element)


def _has_disabled_fieldset(facts: Facts) -> bool:
    return any(_disables(fieldset) for fieldset in facts.html("fieldset"))


def _disables(element: Element) -> bool:
    return element.tag == "fieldset" and element.attr("disabled") is not None


def _above_legend(element: Element) -> Element | None:
    """What is above `element`, passing over the fieldset of which it is the legend: what stands in
    the legend of a disabled fieldset stays enabled."""
    above = parent(element)
    is_legend = element.tag == "legend" and above is not None and above.tag == "fieldset"
    return parent(above) if is_legend else above
