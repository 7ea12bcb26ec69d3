"""The words of a drawing, apart from its shapes: as text of the document they are found and copied
whole, and set in a fraction of the time of letters in an image."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.html import Element, Text
from handrail.publish.paper.inlines import set_text
from handrail.publish.paper.nodes import Node

_TEXT = re.compile(r"<text\b.*?</text>", re.DOTALL)
_RICH = {"transform", "style", "font-family", "font-size", "opacity"}
"""Attributes of what stands around words that change how these look."""
_LOOKS = {
    "text": {"fill": "#000", "stroke": "none", "font-weight": "700"},
    "tspan": {"x": "", "y": "", "font-weight": "700"},
}
"""What may be said of words that can be taken out, with the only value it may have."""


class _Rich(Exception):
    """Words of a drawing look in a way that only an image has."""


def take_words(svg: Element, xml: str) -> tuple[str, list[Node]]:
    """The drawing `xml` without its words, and these line by line: where each begins or, for one
    in the `middle` of something, is centred, in the drawing's own units, and its runs. Words with
    more to their look than place and weight stay where they are."""
    try:
        lines = [line for part in _elements(svg) for line in _lines(part, False)]
    except _Rich:
        return xml, []
    return _TEXT.sub("", xml), lines


def _lines(element: Element, middle: bool) -> Iterator[Node]:
    """The lines of the texts in an element. Raises `_Rich`."""
    anchor = element.attr("text-anchor")
    if element.tag == "style" or anchor not in (None, "middle") or _RICH & set(element.attrs):
        raise _Rich
    middle = middle or anchor == "middle"
    if element.tag == "text":
        if element.attr("fill") != "#000":
            raise _Rich
        lines: list[Node] = []
        _read(element, False, middle, lines)
        yield from lines
        return
    for part in _elements(element):
        yield from _lines(part, middle)


def _elements(element: Element) -> Iterator[Element]:
    return (child for child in element.children if isinstance(child, Element))


def _read(element: Element, bold: bool, middle: bool, lines: list[Node]) -> None:
    """Add the lines of a text, or of a part of one. Raises `_Rich`."""
    known = _LOOKS.get(element.tag, {})
    if any(known.get(name) not in ("", value) for name, value in element.attrs.items()):
        raise _Rich
    bold = bold or "font-weight" in element.attrs
    if "x" in element.attrs:
        lines.append({"x": _number(element, "x"), "y": _number(element, "y"), "middle": middle,
                      "runs": []})  # fmt: skip
    for child in element.children:
        if isinstance(child, Element):
            _read(child, bold, middle, lines)
        elif isinstance(child, Text) and child.data.strip():
            if not lines:
                raise _Rich
            lines[-1]["runs"].append({"bold": bold, "of": set_text(child.data)})


def _number(element: Element, name: str) -> float:
    try:
        return float(element.attr(name) or "")
    except ValueError:
        raise _Rich from None
