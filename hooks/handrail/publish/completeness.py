"""The gate behind the typesetter: no word of a page may be missing from the paper."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from handrail.html import Document, Element, Text
from handrail.publish.paper.extract import read_marks, read_pages
from handrail.publish.paper.inlines import BLOCKS
from handrail.publish.paper.source import cannot_print, classes, is_unprinted
from handrail.publish.typeset import CannotPrint

_WORD = re.compile(r"\w+")
_TWICE = re.compile(r"(\w)\1+")
_SOFT = re.compile("[\u00ad\u200b\u200c\u200d\ufeff\x02\ufffe]\\s*")
_REPLACED = {"svg", "img", "iframe", "video", "audio", "object", "canvas", "math"}
"""Elements whose inside is not set as words."""


Part = tuple[Document, Element]
"""What must be on paper, with the page it stands on."""


def check_complete(
    pdf: bytes, parts: Iterable[Part], opening: str = "", head: float = 0, foot: float = 0
) -> None:
    """Raise `CannotPrint`, naming page and words, where the PDF lacks words of the parts.

    Not the writers', and so left out, is what stands before the bookmark `opening` and in the
    first `head` and last `foot` millimetres of each page.
    """
    parts = list(parts)
    first = next((page for title, page in read_marks(pdf) if title == opening), 0)
    printed = words_in("\n".join(list(read_pages(pdf, head, foot))[first:]))
    missing = Counter(word for _, element in parts for word in words_of(element))
    missing -= Counter(printed)
    # A word that is broken over two lines stands on paper in two pieces; a letter that is put
    # together from two signs is read twice.
    squeezed = "".join(printed) if missing else ""
    lost = {word for word in missing if word not in squeezed}
    lost = {w for w in lost if w.isascii() or _single(w) not in _single(squeezed)}
    if lost:
        raise _report(parts, lost, printed)


def words_in(text: str) -> list[str]:
    """The words of a text, in one form whatever characters they are written with."""
    return _WORD.findall(unicodedata.normalize("NFKC", _SOFT.sub("", text)).casefold())


def _single(text: str) -> str:
    """The text without letters that follow themselves."""
    return _TWICE.sub(r"\1", text)


def words_of(element: Element) -> list[str]:
    """The words in an element of a page that must be on paper."""
    return words_in("".join(_texts(element)))


def _texts(element: Element) -> Iterator[str]:
    for node in element.children:
        if isinstance(node, Text):
            yield node.data
        elif isinstance(node, Element) and not _is_left_out(node):
            if node.tag in BLOCKS or node.tag in ("br", "hr"):
                yield " "
            yield from _texts(node)
            if node.tag in BLOCKS:
                yield " "


def _is_left_out(element: Element) -> bool:
    return (
        element.tag in _REPLACED
        or is_unprinted(element)
        or "footnote-ref" in classes(element)  # notes are numbered anew in a book
        or "mermaid" in classes(element)  # source of a diagram, not words
    )


def _report(parts: Sequence[Part], lost: set[str], printed: Sequence[str]) -> CannotPrint:
    """Which page lost what: where a lost word stands among words that are nowhere on paper."""
    threes = set(zip(printed, printed[1:], printed[2:], strict=False))
    for document, part in parts:
        for element in part.iter_elements():
            words = words_in("".join(n.data for n in element.children if isinstance(n, Text)))
            here = [word for word in words if word in lost]
            near = set(zip(words, words[1:], words[2:], strict=False)) - threes
            if here and (near or len(words) < 3):
                place = document.place(element)
                return cannot_print(place, f'words would be lost in print: "{_some(here)}"')
    return CannotPrint(f'words would be lost in print: "{_some(sorted(lost))}"')


def _some(words: Sequence[str]) -> str:
    return " ".join(words[:8])
