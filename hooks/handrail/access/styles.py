"""What a page's own CSS says about its elements: `<style>` elements and `style` attributes.

Only the properties that decide whether and how text is shown are read, and files of CSS are not:
a rule that judges by style must judge what the page itself says. Conditional rules (`@media`) and
states (`:hover`) do not apply. Cascade as in CSS Cascading and Inheritance Level 4, section 6.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from handrail.access.facts import Facts
from handrail.access.words import words
from handrail.html import (
    Element,
    SelectorSyntaxError,
    StyleDeclaration,
    StyleSheet,
    specificity,
)

PROPERTIES = words(
    """bottom clip clip-path content content-visibility display font font-size height left
    letter-spacing line-height margin-left max-width opacity position right text-indent top
    visibility white-space width word-spacing"""
)

_GENERATED = re.compile(r"(.*?)::?(?:before|after)\s*$", re.DOTALL | re.IGNORECASE)
_QUOTED = r'"((?:[^"\\]|\\.)*)"|\'((?:[^\'\\]|\\.)*)\''
_SAID = re.compile(rf"{_QUOTED}|attr\(\s*([-\w]+)\s*\)")
_INSTEAD = re.compile(rf"/\s*((?:{_QUOTED})?)\s*\Z")
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?|\\(.)")
_MOST_MATCHES = 200_000  # keeps a page made to be slow from being so
_SCREEN = frozenset(("", "all", "screen"))


class Declared(NamedTuple):
    """The declaration that wins for one property of one element."""

    value: str
    """The value as written, in lower case and without `!important`."""
    important: bool
    """Whether it carries `!important`."""
    inline: bool
    """Whether it comes from the `style` attribute."""


@dataclass(frozen=True)
class Sheet:
    """What the `<style>` elements of a document declare."""

    rules: dict[Element, dict[str, tuple[tuple, Declared]]] = field(repr=False)
    """By element and property, the winning declaration after its weight in the cascade."""
    generated: dict[Element, str] = field(repr=False)
    """Text that `::before` and `::after` add, by element."""


_NOTHING: dict[str, Declared] = {}


def declared(facts: Facts, element: Element) -> dict[str, Declared]:
    """The winning declarations for `element` itself, by property: nothing inherited."""
    sheet = facts.once("sheet", _read_sheets)
    style = element.attr("style")
    ruled = sheet.rules.get(element)
    if not style and not ruled:
        return _NOTHING
    known = facts.answers["declared"]
    if element not in known:
        known[element] = _cascade(ruled or {}, style or "")
    return known[element]


def generated_text(facts: Facts, element: Element) -> str:
    """The text that CSS adds before and after the content of `element`."""
    return facts.once("sheet", _read_sheets).generated.get(element, "")


def styled(facts: Facts) -> Iterator[Element]:
    """Every element for which the page itself declares a style."""
    yield from facts.having("style")
    yield from facts.once("sheet", _read_sheets).rules


def _cascade(ruled: dict[str, tuple[tuple, Declared]], style: str) -> dict[str, Declared]:
    """Rules of sheets under the `style` attribute, except where the sheet is the important one."""
    winning = {name: declaration for name, (_, declaration) in ruled.items()}
    own = StyleDeclaration.parse(style)
    for name in own.properties():
        important = own.important(name)
        held = winning.get(name)
        if name in PROPERTIES and (important or not (held and held.important)):
            winning[name] = Declared(own[name].strip().lower(), important, True)
    return winning


def _read_sheets(facts: Facts) -> Sheet:
    sheet = Sheet({}, {})
    matched = 0
    for order, (selector, style) in enumerate(_rules(facts)):
        declarations = [
            (name, Declared(style[name].strip(), style.important(name), False))
            for name in style.properties()
            if name in PROPERTIES
        ]
        if declarations and matched < _MOST_MATCHES:
            matched += _apply(facts, sheet, order, selector, declarations)
    return sheet


def _rules(facts: Facts) -> Iterator[tuple[str, StyleDeclaration]]:
    for element in facts.html("style"):
        if (element.attr("media") or "").strip().lower() in _SCREEN:
            for rule in StyleSheet(element.text).rules:
                for selector in _split(rule.selector_text):
                    yield selector, rule.style


def _split(selectors: str) -> list[str]:
    """The selectors of a list: at its commas, unless brackets make it more than a plain list."""
    return [selectors] if re.search(r"[(\[\"']", selectors) else selectors.split(",")


def _apply(facts: Facts, sheet: Sheet, order: int, selector: str, declarations: list) -> int:
    """Note what a rule declares. Returns how many elements it applies to."""
    generated = _GENERATED.match(selector)
    target = (generated.group(1) or "*") if generated else selector
    try:
        elements = facts.document.root.select(target)
        weight = specificity(target)
    except SelectorSyntaxError:
        return 0
    for element in elements:
        if generated:
            _generate(sheet, element, declarations)
        else:
            _declare(sheet.rules.setdefault(element, {}), (weight, order), declarations)
    return len(elements)


def _declare(rules: dict, weight: tuple, declarations: list[tuple[str, Declared]]) -> None:
    for name, declaration in declarations:
        full = (declaration.important, *weight)
        if name not in rules or rules[name][0] <= full:
            rules[name] = full, declaration._replace(value=declaration.value.lower())


def _generate(sheet: Sheet, element: Element, declarations: list[tuple[str, Declared]]) -> None:
    for name, declaration in declarations:
        if name == "content":
            text = _said(element, declaration.value)
            text = "".join(filter(_is_said, _ESCAPE.sub(_unescape, text)))
            sheet.generated[element] = sheet.generated.get(element, "") + text


def _said(element: Element, content: str) -> str:
    """The words of a `content`, or those that it gives after a slash to be read out instead."""
    instead = _INSTEAD.search(content)
    found = _SAID.findall(instead[1] if instead else content)
    return "".join(a or b or (name and element.attr(name)) or "" for a, b, name in found)


def _unescape(escape: re.Match[str]) -> str:
    """The character that a CSS escape such as `\\2192` stands for."""
    number = int(escape[1], 16) if escape[1] else 0
    return escape[2] or (chr(number) if 0 < number <= sys.maxunicode else "")


def _is_said(char: str) -> bool:
    """Whether a character means something: those of icon fonts, for private use, do not."""
    return unicodedata.category(char) != "Co"
