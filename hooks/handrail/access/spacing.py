"""Spacing of text that a page forces upon its readers with `!important` in `style` attributes.

The thresholds of WCAG 2.2, 1.4.12 are measured against the size of the text, so sizes are followed
through what the page itself declares. Sizes that need a layout (`calc()`, `vw`) are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.access.facts import Facts, is_html, parent
from handrail.access.hidden import is_visible
from handrail.access.names import is_inline
from handrail.access.styles import Declared, declared
from handrail.html import Element, Text

_LENGTH = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+))([a-z%]*)\Z")
_FONT_SIZE = re.compile(r"(?:^|\s)((?:\d+\.?\d*|\.\d+)(?:[a-z]+|%))(?=\s|/)")
_PIXELS = {"px": 1, "pt": 4 / 3, "pc": 16, "in": 96, "cm": 37.8, "mm": 3.78, "q": 0.945, "rem": 16}
_EMS = {"em": 1, "ex": 0.5, "ch": 0.5, "%": 0.01}
_KEYWORDS = {
    "xx-small": 9,
    "x-small": 10,
    "small": 13,
    "medium": 16,
    "initial": 16,
    "large": 18,
    "x-large": 24,
    "xx-large": 32,
    "xxx-large": 48,
}
_BY_TAG = {"h1": 2, "h2": 1.5, "h3": 1.17, "h5": 0.83, "h6": 0.67, "small": 0.83, "big": 1.2}
_GIVEN_BACK = frozenset(("inherit", "unset", "revert", "revert-layer"))
_NORMAL = {"line-height": 1.2, "letter-spacing": 0.0, "word-spacing": 0.0}
_SCREEN = 1100
_LETTER = 0.42
_BREAK = "\v"


def forced(facts: Facts, name: str, least: float) -> Iterator[tuple[Element, str]]:
    """Elements whose `style` forces property `name` below `least` times the size of visible text,
    with the value as declared."""
    for element in facts.having("style"):
        style = declared(facts, element).get(name)
        if style is None or not style.important or not style.inline or not is_html(element):
            continue
        size = _in_ems(facts, element, name, style)
        if size is not None and size < least - 1e-9 and _governed_text(facts, element, name):
            yield element, style.value


def wraps(facts: Facts, element: Element) -> bool:
    """Whether the text in `element` fills more than a line, as far as its length tells."""
    if _inherited(facts, element, "white-space") in ("nowrap", "pre"):
        return False
    longest = max(len(" ".join(run.split())) for run in _runs(facts, element))
    return longest * _LETTER * font_size(facts, element) > _room(facts, element)


def _runs(facts: Facts, element: Element) -> list[str]:
    """The text in `element`, in pieces that stand on lines of their own."""
    pieces: list[str] = []
    waiting: list[Element | Text | str] = list(element)[::-1]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            pieces.append(node)
        elif isinstance(node, Text):
            pieces.append(node.data.replace(_BREAK, ""))
        elif isinstance(node, Element):
            edge = "" if is_inline(facts, node) and node.tag != "br" else _BREAK
            pieces.append(edge)
            waiting.extend((edge, *list(node)[::-1]))
    return "".join(pieces).split(_BREAK)


def font_size(facts: Facts, element: Element) -> float:
    """The size of text in `element` in pixels: 16 where the page says nothing."""
    known = facts.answers["font size"]
    chain = []
    step: Element | None = element
    while step is not None and step not in known:
        chain.append(step)
        step = parent(step)
    size = known[step] if step is not None else 16.0
    for inner in reversed(chain):
        size = known[inner] = _own_size(facts, inner, size)
    return size


def _own_size(facts: Facts, element: Element, inherited: float) -> float:
    styles = declared(facts, element)
    value = styles["font-size"].value if "font-size" in styles else ""
    if not value and "font" in styles:
        found = _FONT_SIZE.search(styles["font"].value)
        value = found.group(1) if found else ""
    if not value:
        return inherited * _BY_TAG.get(element.tag, 1)
    scale = {"smaller": 0.83, "larger": 1.2}.get(value)
    if scale:
        return inherited * scale
    return _KEYWORDS.get(value) or _pixels(value, inherited) or inherited


def _pixels(value: str, em: float) -> float | None:
    """A length in pixels, where `em` is the size that relative units refer to."""
    found = _LENGTH.match(value)
    if not found:
        return None
    number, unit = float(found.group(1)), found.group(2)
    if unit in _PIXELS:
        return number * _PIXELS[unit]
    if unit in _EMS:
        return number * _EMS[unit] * em
    return 0.0 if number == 0 and not unit else None


def _in_ems(facts: Facts, element: Element, name: str, style: Declared) -> float | None:
    """The declared spacing over the size of the text, None where that cannot be told."""
    if style.value in _GIVEN_BACK:
        return None
    if style.value in ("normal", "initial"):
        return _NORMAL[name]
    found = _LENGTH.match(style.value)
    if name == "line-height" and found and not found.group(2):
        return float(found.group(1))
    size = font_size(facts, element)
    pixels = _pixels(style.value, size)
    return None if pixels is None or not size else pixels / size


def _governed_text(facts: Facts, element: Element, name: str) -> bool:
    """Whether visible text in `element` takes property `name` from it and from nothing nearer."""
    waiting = [element]
    while waiting:
        step = waiting.pop()
        for node in step:
            if isinstance(node, Text):
                if node.data.strip() and is_visible(facts, step):
                    return True
            elif isinstance(node, Element) and name not in declared(facts, node):
                waiting.append(node)
    return False


def _room(facts: Facts, element: Element) -> float:
    """The width in pixels that the page leaves for the text in `element`."""
    room = _SCREEN
    step: Element | None = element
    while step is not None:
        for name in ("width", "max-width"):
            style = declared(facts, step).get(name)
            if style and not style.value.endswith("%"):
                room = min(room, _pixels(style.value, font_size(facts, step)) or room)
        step = parent(step)
    return room


def _inherited(facts: Facts, element: Element, name: str) -> str:
    step: Element | None = element
    while step is not None:
        if name in declared(facts, step):
            return declared(facts, step)[name].value
        step = parent(step)
    return ""
