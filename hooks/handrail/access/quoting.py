"""How an element is named in a message, so that its writer recognises it."""

from __future__ import annotations

from handrail.access.facts import words_of
from handrail.html import Element

_TELLING = ("id", "name", "src", "href", "data", "class", "type", "role")
_LONGEST = 60


def tag_of(element: Element) -> str:
    """The start tag of `element` with the attribute that tells most: `<button id="save">`."""
    for name in _TELLING:
        value = " ".join((element.attr(name) or "").split())
        if value:
            return f'<{element.tag} {name}="{cut(value)}">'
    return f"<{element.tag}>"


def quoted(element: Element) -> str:
    """The text of `element` in quotes, or its start tag where it has none."""
    text = words_of(element)
    return f'"{text}"' if text else tag_of(element)


def cut(text: str) -> str:
    """`text`, cut where it is too long for a message."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
