"""Which elements are not shown, and which are not read out.

The ways are those of the HTML standard ("hidden elements" in its rendering section), CSS and
WAI-ARIA's `aria-hidden`; the words are those of the ACT rules' glossary: an element is
programmatically hidden when it is not rendered, not visible by CSS, or hidden by `aria-hidden`.
Closed `<details>` count as open: readers open them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from handrail.access.facts import Facts, parent
from handrail.access.styles import Declared, declared, styled
from handrail.access.words import words
from handrail.html import Element

UNRENDERED = 1
"""No box: `display: none`, the `hidden` attribute, elements such as `<script>`."""
INVISIBLE = 2
"""A box with nothing in it: `visibility: hidden`."""
ARIA_HIDDEN = 4
"""Shown, but left out of the accessibility tree."""
INERT = 8
"""Shown, but neither focusable nor in the accessibility tree."""
OUT_OF_SIGHT = 16
"""Read out, but moved off the screen, clipped away or fully transparent."""
_HIDDEN = UNRENDERED | INVISIBLE | ARIA_HIDDEN
_UNREAD = _HIDDEN | INERT
_UNSEEN = UNRENDERED | INVISIBLE | OUT_OF_SIGHT
_UNTOUCHED = UNRENDERED | INVISIBLE | INERT

_HTML = words(
    """base basefont datalist head link meta noembed noframes noscript param rp script style
    template title source track"""
)
_SVG = frozenset(("title", "desc", "metadata", "defs", "symbol", "script", "style"))
_FAR = 500.0
_NUMBER = re.compile(r"\s*([+-]?(?:\d+\.?\d*|\.\d+))([a-z%]*)")
_SIDES = ("left", "top", "right", "bottom")
_ZERO_CLIP = re.compile(r"rect\((\s*[01](px)?[\s,]*){4}\)|inset\(\s*(50|100)%\s*\)|circle\(0")


def is_hidden(facts: Facts, element: Element) -> bool:
    """Whether `element` is programmatically hidden: neither shown nor read out, or not read out."""
    return bool(facts.once("hidden", _find).get(element, 0) & _HIDDEN)


def is_exposed(facts: Facts, element: Element) -> bool:
    """Whether `element` can be in the accessibility tree."""
    return not facts.once("hidden", _find).get(element, 0) & _UNREAD


def is_rendered(facts: Facts, element: Element) -> bool:
    """Whether `element` has a place on the page."""
    return not facts.once("hidden", _find).get(element, 0) & UNRENDERED


def is_visible(facts: Facts, element: Element) -> bool:
    """Whether what is in `element` can be seen."""
    return not facts.once("hidden", _find).get(element, 0) & _UNSEEN


def aria_hidden(facts: Facts) -> list[Element]:
    """The elements that have `aria-hidden="true"`, and everything in them."""
    every = facts.once("hidden", _find).items()
    return [element for element, flags in every if flags & ARIA_HIDDEN]


def is_aria_hidden(facts: Facts, element: Element) -> bool:
    """Whether `element` or something around it has `aria-hidden="true"`."""
    return bool(facts.once("hidden", _find).get(element, 0) & ARIA_HIDDEN)


def can_take_focus(facts: Facts, element: Element) -> bool:
    """Whether nothing around `element` keeps the keyboard away from it."""
    return not facts.once("hidden", _find).get(element, 0) & _UNTOUCHED


def _find(facts: Facts) -> dict[Element, int]:
    """The flags of every element that has any. Each element is marked once for each flag."""
    flags: dict[Element, int] = {}
    _mark(flags, facts.html(*_HTML), UNRENDERED)
    _mark(flags, (e for e in facts.drawn if e.tag in _SVG), UNRENDERED)
    _mark(flags, (e for e in facts.html("dialog") if e.attr("open") is None), UNRENDERED)
    _mark(flags, (e for e in facts.html("input") if _type(e) == "hidden"), UNRENDERED)
    _mark(flags, (e for e in facts.html("audio") if e.attr("controls") is None), UNRENDERED)
    for element in facts.html("audio", "meter", "progress", "video"):
        _mark_inside(flags, element, UNRENDERED)  # what only very old browsers show
    _mark_hidden_attribute(facts, flags, [*facts.having("hidden"), *facts.having("popover")])
    aria_hidden = (e for e in facts.having("aria-hidden") if _is_true(e, "aria-hidden"))
    _mark(flags, aria_hidden, ARIA_HIDDEN)
    _mark(flags, facts.having("inert"), INERT)
    _mark_styles(facts, flags)
    return flags


def _mark(flags: dict[Element, int], elements: Iterable[Element], flag: int) -> None:
    for element in elements:
        if not flags.get(element, 0) & flag:
            flags[element] = flags.get(element, 0) | flag
            _mark_inside(flags, element, flag)


def _mark_inside(flags: dict[Element, int], element: Element, flag: int) -> None:
    for inner in element.iter_elements():
        flags[inner] = flags.get(inner, 0) | flag


def _mark_hidden_attribute(facts: Facts, flags: dict, elements: Iterable[Element]) -> None:
    """What `hidden` hides, or `popover` until a script shows it: both give way to any `display`
    that the page declares itself."""
    for element in elements:
        if (element.attr("hidden") or "").strip().lower() == "until-found":
            _mark_inside(flags, element, UNRENDERED)
        elif "display" not in declared(facts, element):
            _mark(flags, (element,), UNRENDERED)


def _mark_styles(facts: Facts, flags: dict[Element, int]) -> None:
    shown: dict[Element, bool] = {}
    for element in styled(facts):
        styles = declared(facts, element)
        if _value(styles, "display") == "none":
            _mark(flags, (element,), UNRENDERED)
        if _value(styles, "content-visibility") == "hidden":
            _mark_inside(flags, element, UNRENDERED)
        if _value(styles, "visibility") not in ("", "inherit", "unset"):
            shown[element] = _value(styles, "visibility") in ("visible", "initial")
        if _is_out_of_sight(styles):
            _mark(flags, (element,), OUT_OF_SIGHT)
    if not all(shown.values()):
        _mark_invisible(facts, flags, shown)


def _mark_invisible(facts: Facts, flags: dict, shown: dict[Element, bool]) -> None:
    """`visibility` is inherited, and what is inside may turn it back on."""
    for element in facts.document.root.iter_elements():
        visible = shown.setdefault(element, shown.get(parent(element), True))
        if not visible:
            flags[element] = flags.get(element, 0) | INVISIBLE


def _is_out_of_sight(styles: dict[str, Declared]) -> bool:
    """Whether an element is placed or clipped where nobody sees it: the usual tricks."""
    if not styles:
        return False
    opacity = _NUMBER.match(_value(styles, "opacity"))
    if opacity and float(opacity.group(1)) <= 0:
        return True
    moved = _value(styles, "position") in ("absolute", "fixed")
    if moved and any(_is_far(_value(styles, side)) for side in _SIDES):
        return True
    if _is_far(_value(styles, "text-indent")) or _is_far(_value(styles, "margin-left")):
        return True
    return any(_ZERO_CLIP.match(_value(styles, name)) for name in ("clip", "clip-path"))


def _is_far(value: str) -> bool:
    found = _NUMBER.match(value)
    scale = 16 if found and found.group(2) in ("em", "rem") else 1
    return bool(found) and float(found.group(1)) * scale <= -_FAR


def _value(styles: dict[str, Declared], name: str) -> str:
    found = styles.get(name)
    return found.value if found else ""


def _type(element: Element) -> str:
    return (element.attr("type") or "").strip().lower()


def _is_true(element: Element, name: str) -> bool:
    return (element.attr(name) or "").strip().lower() == "true"
