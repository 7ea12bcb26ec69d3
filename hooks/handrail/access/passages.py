"""The words of a page as readers meet them: one passage for each paragraph, item, cell or heading.

What is no running text is left out: code, drawings, signs that the site adds to headings and
footnotes, what other parts of the site put into the page, and words of another language. Each
passage is read once and kept in the document's notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from handrail.access.facts import facts_of
from handrail.html import LINE, Document, Element, Text

INLINE = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt",
    "u", "var", "wbr",
))  # fmt: skip
"""Elements that stand inside a line of words."""
BREAK = "\u2028\n"
"""What stands for a `<br>` in the text of a passage."""
_NO_WORDS = frozenset((
    "audio", "button", "canvas", "code", "iframe", "img", "input", "math", "noscript", "object",
    "pre", "script", "select", "style", "svg", "template", "textarea", "video",
))  # fmt: skip
_ADDED = frozenset(("headerlink", "footnote-ref", "footnote-backref", "pathway"))
_MAY_BE_ADDED = frozenset(("a", "figure", "sup"))
_HEADING = re.compile(r"h[1-6]")


class Passage(NamedTuple):
    """The words of one block."""

    element: Element
    """The block: a paragraph, an item, a cell, a heading."""
    tag: str
    """The block's tag."""
    text: str
    """Its own words without those of blocks inside it."""

    @property
    def is_heading(self) -> bool:
        """True for `h1` to `h6`."""
        return bool(_HEADING.fullmatch(self.tag))

    @property
    def words(self) -> str:
        """Its words on one line."""
        return " ".join(self.text.split())


def passages_of(document: Document) -> tuple[Passage, ...]:
    """The passages that the writer of a page wrote, in order; none for a whole HTML file, whose
    writer is unknown. The same object at every call."""
    found = document.notes.get("passages")
    if found is None:
        found = document.notes["passages"] = () if document.whole else tuple(_read(document))
    return found


def own(document: Document) -> Iterator[Element]:
    """The blocks at the top of a page that its writer wrote."""
    for node in document.root:
        if isinstance(node, Element) and node.attr(LINE):
            yield node


def _read(document: Document) -> Iterator[Passage]:
    """The passage of each block, and then those of the blocks inside it. Pages may nest as deep as
    they like, so nothing here calls itself."""
    foreign = {element for element in facts_of(document).having("lang") if _is_foreign(element)}
    waiting = list(own(document))[::-1]
    while waiting:
        block = waiting.pop()
        tag = block.tag
        if not _is_left_out(block, tag, foreign):
            text, inner = _collect(block, foreign)
            if text and not text.isspace():
                yield Passage(block, tag, text)
            waiting += inner[::-1]


def _collect(block: Element, foreign: set[Element]) -> tuple[str, list[Element]]:
    """The text in a block, and the blocks that interrupt it."""
    waiting: list[object] = list(block)[::-1]
    if len(waiting) == 1 and isinstance(waiting[0], Text):
        return waiting[0].data, []
    pieces: list[str] = []
    inner: list[Element] = []
    while waiting:
        node = waiting.pop()
        if isinstance(node, Text):
            pieces.append(node.data)
        elif not isinstance(node, Element):
            continue
        elif (tag := node.tag) == "br":
            pieces.append(BREAK)
        elif tag not in INLINE:
            pieces.append("\n")
            inner.append(node)
        elif not _is_left_out(node, tag, foreign):
            waiting += list(node)[::-1]
    return "".join(pieces), inner


def _is_foreign(element: Element) -> bool:
    language = element.attr("lang")
    return bool(language) and language[:2].lower() != "en"


def _is_left_out(element: Element, tag: str, foreign: set[Element]) -> bool:
    if tag in _NO_WORDS or element in foreign:
        return True
    names = element.attr("class") if tag in _MAY_BE_ADDED else None
    return bool(names) and not _ADDED.isdisjoint(names.split())
