"""The one door to the HTML parser, turbohtml.

Everything that reads HTML, whether a page's rendered content or a whole file of a built site,
reads it through a `Document`, which knows where in the writer's file each element came from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import turbohtml
from turbohtml import Element, Namespace, Text
from turbohtml._html import _css_specificity
from turbohtml.cssom import StyleDeclaration, StyleSheet
from turbohtml.query import SelectorSyntaxError

from handrail.finding import Place

LINE = "data-line"
"""Attribute that carries, until a page is published, the source line an element came from."""

WRITTEN = "data-written"
"""Attribute that carries, until a page is published, a link or image target as it was written."""

__all__ = [
    "LINE",
    "WRITTEN",
    "Document",
    "Element",
    "Namespace",
    "SelectorSyntaxError",
    "StyleDeclaration",
    "StyleSheet",
    "Text",
    "parse_fragment",
    "parse_whole",
    "specificity",
]


@dataclass(frozen=True)
class Document:
    """Parsed HTML that can say where each element was written."""

    path: str
    """The file its places name: the Markdown page, or the HTML file itself."""
    source: str
    """The HTML that was parsed."""
    whole: bool
    """True for a complete HTML file, False for the content of a page."""
    root: object = field(repr=False)
    """The parser's root node."""
    notes: dict[str, object] = field(default_factory=dict, repr=False, compare=False)
    """Where readers of the document keep what they worked out, so that it is done once."""

    def elements(self, *tags: str) -> Iterator[Element]:
        """Elements in document order: those named, or all of them."""
        return self.root.iter_elements(tags or None)

    @cached_property
    def ids(self) -> dict[str, Element]:
        """The first element of each ID."""
        found: dict[str, Element] = {}
        for element in self.root.select("[id]"):
            name = element.attr("id")
            if name:
                found.setdefault(name, element)
        return found

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Everything that a link into the document can name after #."""
        names = (element.attr("name") for element in self.root.select("a[name]"))
        return frozenset([*self.ids, *filter(None, names)])

    def place(self, element: Element) -> Place:
        """Where the writer should look for `element`.

        A rendered page carries source lines, or `line:column`, in `data-line`; elsewhere the
        element's own line and column in the HTML are meant.
        """
        if self.whole:
            line, column = element.position or (1, 0)
            return Place(self.path, line, column + 1)
        for holder in (element, *element.ancestors):
            line = holder.attr(LINE) if isinstance(holder, Element) else None
            if line:
                return Place(self.path, *map(int, line.split(":")))
        return Place(self.path)


def parse_whole(html: str, path: str, *, scripts: bool = True) -> Document:
    """Parse a complete HTML file as browsers do, which with scripts take what is in `<noscript>`
    for mere text. Never raises: any text is HTML."""
    root = turbohtml.parse(html, scripting=scripts)
    if b"shadowrootmode" in html.encode(errors="ignore").lower():  # three times as fast as of str
        _flatten(root)
    return Document(path, html, True, root)


def parse_fragment(html: str, path: str) -> Document:
    """Parse the rendered content of the page at `path`. Never raises."""
    return Document(path, html, False, turbohtml.parse_fragment(html))


def _flatten(root: object) -> None:
    """Put the shadow trees that HTML declares where browsers show them, each slot filled."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        shadow = element.shadow_root if isinstance(element, Element) else None
        if shadow is not None:
            filled = [(slot, slot.assigned_nodes()) for slot in shadow.select("slot")]
            for slot, nodes in filled:
                if nodes:
                    slot.clear()
                    slot.extend(nodes)
            element.clear()
            element.extend(list(shadow))
        waiting.extend(child for child in element if isinstance(child, Element))


def specificity(selector: str) -> tuple[int, int, int]:
    """How specific one CSS selector is: its IDs, its classes and attributes, its tags."""
    return _css_specificity(selector)[0]


def words(element: Element) -> str:
    """The text of an element on one line, without the sign that links a heading to itself."""
    text = element.text.removesuffix("\N{PILCROW SIGN}")
    return " ".join(text.split())
