"""A rendered page on its way to paper, and what of it stays off paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from handrail.finding import Place
from handrail.html import WRITTEN, Document, Element
from handrail.printing import Printing
from handrail.publish.paper.links import Links, Target
from handrail.publish.paper.nodes import Node
from handrail.publish.typeset import CannotPrint

UNPRINTED_CLASSES = {
    "no-print", "headerlink", "footnote-backref", "linenos", "task-list-indicator", "pathway-skip",
}  # fmt: skip
"""What a screen needs and paper does not."""
UNPRINTED_TAGS = {
    "script", "style", "template", "noscript", "head", "link", "meta", "title", "source", "track",
    "param", "datalist",
}  # fmt: skip
Inside = Callable[..., list[Node]]
"""Sets what stands in an element: `(element, source, title=None)`, without the title."""
_CONCEALED = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True)
class Source:
    """One page's rendered content with what is needed to set it."""

    document: Document
    """The rendered content."""
    uri: str
    """The page's path from the docs folder."""
    links: Links
    """Where links lead on paper."""
    docs: Path
    """The docs folder, which is all that pictures are read from."""
    printing: Printing = field(default_factory=Printing)
    """How it is to look."""
    nested: bool = False
    """True inside a list, box, cell or the like, where a page cannot be turned."""
    notes: Mapping[str, list[Node]] = field(default_factory=dict)
    """What each footnote says, by the ID of the note."""
    noted: set[str] = field(default_factory=set)
    """Footnotes that have been set."""
    blank: str = ""
    """What stands in a form where somebody is to write; empty on a page without one."""

    def find(self, element: Element) -> Target:
        """Where an element's link leads on paper."""
        written = element.attr(WRITTEN)
        address = written or element.attr("href") or element.attr("src") or ""
        return self.links.find(address, self.uri, raw=written is None)

    def line(self, element: Element) -> int:
        """The writer's line an element came from."""
        return self.document.place(element).line

    def place(self, element: Element) -> Place:
        """Where the writer should look for an element."""
        return self.document.place(element)

    def refuse(self, element: Element, reason: str) -> CannotPrint:
        """An error that names the writer's file and line."""
        return cannot_print(self.place(element), reason)


def cannot_print(place: Place, reason: str) -> CannotPrint:
    """An error that names the writer's file and line."""
    return CannotPrint(f"{place.path}:{place.line}: {reason}")


def is_unprinted(element: Element) -> bool:
    """True for what the writer or the site keeps off paper, with all that is inside it."""
    return (
        element.tag in UNPRINTED_TAGS
        or not UNPRINTED_CLASSES.isdisjoint(classes(element))
        or "data-no-print" in element.attrs
        or "hidden" in element.attrs
        or (element.tag == "input" and element.attr("type") != "checkbox")
        or bool(_CONCEALED.search(element.attr("style") or ""))
    )


def classes(element: Element) -> list[str]:
    """The element's classes."""
    return (element.attr("class") or "").split()
