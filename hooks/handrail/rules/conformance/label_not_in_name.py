"""What is written on a button or link is part of its name.

People who speak to their computer say the words they see. If `aria-label` gives the button another
name, nothing happens.

WCAG 2.2, 2.5.3 Label in Name. ACT rule 2ee8b8.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from handrail.access.facts import Facts, facts_of
from handrail.access.hidden import is_exposed, is_rendered, is_visible
from handrail.access.names import is_inline, name_of
from handrail.access.quoting import cut
from handrail.access.roles import NAMED_BY_CONTENT, WIDGETS
from handrail.access.semantics import role_of
from handrail.finding import Fault
from handrail.html import Document, Element, Text

ID = "label-not-in-name"
LEVEL = "error"
ACT = ("2ee8b8",)
LOOKS_AT = frozenset(("[aria-*]",))

_ROLES = (WIDGETS & NAMED_BY_CONTENT) | {
    "doc-backlink",
    "doc-biblioref",
    "doc-glossref",
    "doc-noteref",
}
_LONGEST = 2000
_MOST_PIECES = 400
_SIGN = re.compile(r"[^\w\s]|_")
"""What is neither a letter, nor a digit, nor a space."""


def check_html(document: Document) -> Iterator[Fault]:
    """Find controls whose name leaves out or changes the words they show."""
    facts = facts_of(document)
    for element, names in facts.aria:
        if not ("aria-label" in names or "aria-labelledby" in names):
            continue
        if role_of(facts, element) not in _ROLES:
            continue
        if not (is_exposed(facts, element) and is_visible(facts, element)):
            continue
        label = _visible_text(facts, element)
        seen = _plain(label)
        if len(seen) <= 1:
            continue  # nothing, or a letter that serves as a picture, such as X for close
        name = name_of(facts, element)
        if name and f" {seen} " not in f" {_plain(name)} ":
            yield Fault(
                document.place(element),
                f'"{cut(" ".join(label.split()))}" is what people see, but the name of it is '
                f'"{cut(name)}"',
                "let the name contain the words that people see, or remove what gives it another",
            )


def _plain(text: str) -> str:
    """The words of `text` in lower case, one space between them, without brackets and what is in
    them, and without signs that are neither letters nor digits. Accents that Unicode can set apart
    stay with their letter."""
    plain = _without_brackets(text[:_LONGEST]).casefold()
    if plain.isascii():
        return " ".join(_SIGN.sub(" ", plain).split())
    return " ".join(_SIGN.sub(_gap, unicodedata.normalize("NFKD", plain)).split())


def _gap(sign: re.Match[str]) -> str:
    return "" if unicodedata.category(sign[0])[0] == "M" else " "


def _without_brackets(text: str) -> str:
    """`text` without what stands in round brackets, and without brackets that have no partner."""
    if "(" not in text and ")" not in text:
        return text
    kept: list[str] = []
    opened: list[int] = []
    for char in text:
        if char == "(":
            opened.append(len(kept))
        elif char == ")":
            del kept[opened.pop() if opened else len(kept) :]
        else:
            kept.append(char)
    return "".join(kept)


def _visible_text(facts: Facts, element: Element) -> str:
    """The text that people see in `element`, as the ACT rules define visible inner text."""
    parts: list[str] = []
    waiting: list[object] = list(element)[::-1]
    while waiting and len(parts) < _MOST_PIECES:
        node = waiting.pop()
        if isinstance(node, str):
            parts.append(node)
        elif isinstance(node, Text):
            parts.append(node.data)
        elif isinstance(node, Element) and is_rendered(facts, node):
            edge = "" if is_inline(facts, node) and node.tag != "br" else " "
            inside = list(node)[::-1] if is_visible(facts, node) else [" "]
            waiting.extend((edge, *inside))
            parts.append(edge)
    return "".join(parts)
