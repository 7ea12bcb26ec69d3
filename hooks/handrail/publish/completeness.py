"""The gate behind the typesetter: no word of a page may be missing from the paper."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from handrail.html import Document, Element, Text
from handrail.publish.paper.drawings import is_drawing
from handrail.publish.paper.extract import RIGHT_TO_LEFT, read_marks, read_pages
from handrail.publish.paper.inlines import BLOCKS
from handrail.publish.paper.source import cannot_print, classes, is_unprinted
from handrail.publish.typeset import CannotPrint

_WORD = re.compile(r"\w+")
_PIECE = 11
"""Letters at least, of a word that is broken over two lines, that stand together."""
_HYPHEN = re.compile(r"(\w+)\x02\W*(\w*)")
"""The end of a line that ends in a hyphen, as PDFium gives it, and what stands after it."""
_TWICE = re.compile(r"(\w)\1+")
_SOFT = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_POINTS = re.compile(
    "[\u0591-\u05c7\u05f3\u05f4\u060c\u0610-\u061f\u0640\u064b-\u065f\u066a-\u066d\u0670"
    "\u06d4\u06d6-\u06ed\u08d3-\u08ff]"
)
"""Signs above, below and between letters that are written from right to left."""
_APART = {*BLOCKS, "br", "hr", "label"}
"""Elements whose words do not run on into those beside them."""
_REPLACED = {"svg", "img", "iframe", "video", "audio", "object", "canvas", "math"}
"""Elements whose inside is not set as words."""


Part = tuple[Document, Element]
"""What must be on paper, with the page it stands on."""


def check_complete(
    pdf: bytes,
    parts: Iterable[Part],
    marks: tuple[str, str] = ("", ""),
    head: float = 0,
    foot: float = 0,
) -> None:
    """Raise `CannotPrint`, naming page and words, where the PDF lacks words of the parts.

    Not the writers', and so left out, is what stands before the first of the book`marks`, from the
    second on, and in the first `head` and last `foot` millimetres of each page.
    """
    at = dict(reversed(read_marks(pdf))) if any(marks) else {}
    pages = list(read_pages(pdf, head, foot))[at.get(marks[0]) : at.get(marks[1])]
    check_words(parts, "\n".join(pages))


def check_words(parts: Iterable[Part], text: str, drawings: bool = True) -> None:
    """Raise `CannotPrint`, naming page and words, where a text lacks words of the parts; those in
    `drawings` do not count where it has them as images."""
    parts, printed = list(parts), words_in(text)
    wanted = Counter(word for _, element in parts for word in words_of(element, drawings))
    lost = _lost(wanted, printed, text)
    if lost:
        raise _report(parts, lost, printed)


def _lost(wanted: Counter, printed: Sequence[str], text: str) -> set[str]:
    """The words that are wanted more often than they are `printed`, in whatever form, in `text`."""
    missing = wanted - Counter(printed)
    extra = Counter(printed) - wanted if missing else Counter()
    missing -= Counter(word for whole in extra.elements() for word in _parts(whole, missing))
    missing -= Counter(
        one + other
        for one, other in pairwise(printed if missing else ())
        if one + other in missing and one in extra and other in extra
    )
    halves = _halves(text, wanted) if missing else Counter()
    missing -= Counter({word: _parted(word, halves, extra) for word in missing})
    # A long word may be broken over two lines; a letter put together from two signs is read twice.
    squeezed = "".join(printed) if missing else ""
    lost = {word for word in missing if not _is_broken(word, squeezed)}
    return {word for word in lost if word.isascii() or _single(word) not in _single(squeezed)}


def _halves(text: str, wanted: Counter) -> Counter:
    """What stands before hyphens at the end of lines, where the rest of its word does not follow:
    a page with a drawing may come between."""
    ends = ((half.casefold(), rest.casefold()) for half, rest in _HYPHEN.findall(text))
    return Counter(half for half, rest in ends if half + rest not in wanted)


def _parted(word: str, halves: Counter, extra: Counter) -> int:
    """How often a word has its first half before such a hyphen, and its rest somewhere."""
    cuts = ((word[:at], word[at:]) for at in range(1, len(word)))
    return max((min(halves[half], extra[rest]) for half, rest in cuts), default=0)


def _is_broken(word: str, squeezed: str) -> bool:
    """True for a long word whose pieces are all there, but for one where a page ends."""
    pieces = [word[at : at + _PIECE] for at in range(0, len(word), _PIECE)]
    lost = sum(piece not in squeezed for piece in pieces)
    return len(pieces) > 1 and lost <= len(pieces) // 10


def _parts(whole: str, missing: Counter) -> Iterable[str]:
    """The missing words in what the reader took for one word.

    It joins a word with the number of a footnote or an item beside it, and what follows a hyphen
    at the end of a line with the next line, or with the next cell of a table.
    """
    core = whole.strip("0123456789") or whole
    cuts = [(text[:at], text[at:]) for text in (whole, core) for at in range(1, len(text))]
    both = next((pair for pair in cuts if pair[0] in missing and pair[1] in missing), None)
    ends = both or dict.fromkeys([core, *(end for pair in cuts for end in pair)])
    return [end for end in ends if end in missing]


def words_in(text: str) -> list[str]:
    """The words of a text, in one form whatever characters they are written with."""
    return [_key(word) for word in _spelt(text)]


def _spelt(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", _SOFT.sub("", text)).casefold()
    return _WORD.findall(plain if plain.isascii() else _POINTS.sub("", plain))


def _key(word: str) -> str:
    """A word in the form in which it is compared: from right to left, the letters that are in it,
    because a PDF gives them in any order, and one with a sign above it twice."""
    right = not word.isascii() and RIGHT_TO_LEFT.match(word)
    return "".join(sorted(set(word))) if right else word


def _single(text: str) -> str:
    """The text without letters that follow themselves."""
    return _TWICE.sub(r"\1", text)


def words_of(element: Element, drawings: bool = True) -> list[str]:
    """The words in an element of a page, or in a drawing, that must be on paper."""
    return words_in("".join(_drawn(element) if is_drawing(element) else _texts(element, drawings)))


def _texts(element: Element, drawings: bool) -> Iterator[str]:
    for node in element.children:
        if isinstance(node, Text):
            yield node.data
        elif isinstance(node, Element) and is_drawing(node):
            yield from _drawn(node) if drawings else ()
        elif isinstance(node, Element) and not _is_left_out(node):
            gap = " " if node.tag in _APART else ""
            yield gap
            yield from _texts(node, drawings)
            yield gap


def _drawn(svg: Element) -> Iterator[str]:
    return (f" {text.text} " for text in svg.select("text"))


def _is_left_out(element: Element) -> bool:
    return (
        element.tag in _REPLACED
        or is_unprinted(element)
        or "footnote-ref" in classes(element)  # notes are numbered anew in a book
        or "mermaid" in classes(element)  # source of a diagram, not words
    )


def _report(parts: Sequence[Part], lost: set[str], printed: Sequence[str]) -> CannotPrint:
    """Which page lost what: where most lost words stand among words that are nowhere on paper."""
    threes = set(zip(printed, printed[1:], printed[2:], strict=False))
    most, worst = 0, None
    for document, part in parts:
        for element in part.iter_elements():
            said = _spelt(" ".join(n.data for n in element.children if isinstance(n, Text)))
            words = [_key(word) for word in said]
            here = [word for word in said if _key(word) in lost]
            near = set(zip(words, words[1:], words[2:], strict=False)) - threes
            weight = sum(not lost.isdisjoint(three) for three in near) or int(len(words) < 3)
            if here and weight > most:
                most, worst = weight, (document.place(element), here)
    if worst is None:
        return CannotPrint(f'words would be lost in print: "{_some(sorted(lost))}"')
    return cannot_print(worst[0], f'words would be lost in print: "{_some(worst[1])}"')


def _some(words: Sequence[str]) -> str:
    return " ".join(words[:8])[:100]
