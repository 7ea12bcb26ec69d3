"""Every character can be printed.

Where no font of the PDFs has a character, paper would show an empty box in its place, and a screen
reader would say nothing. The site itself uses the reader's own fonts as well.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from handrail.finding import Fault, Place
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.plainer import PLAINER

ID = "character-without-font"
LEVEL = "error"
ACT = ()

_ENTITY = re.compile(r"&#?\w+;")
_ASCII = bytes(range(128))
_UNSEEN = frozenset(map(chr, (0x180E, 0x3000, 0xFE0E, 0xFFFD)))
"""Characters that take no sign of their own, and what stands for one that could not be read."""


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each line of a printed page with characters that no font has."""
    document = handbook.rendered.get(page.uri)
    if not handbook.characters or document is None:
        return
    missing = {sign for sign in _signs(page.title + document.root.text) if _lacks(sign, handbook)}
    if not missing or not _is_printed(page, handbook):
        return
    lines = list(_lines(page, missing))
    if not lines and _ENTITY.search(page.body):
        lines = [(page.start, missing)]
    for place, signs in lines:
        named = ", ".join(f'"{sign}" (U+{ord(sign):04X})' for sign in sorted(signs))
        yield Fault(
            place,
            f"no print font has {named}",
            "write it in words, or add a font that has it to overrides/print/fonts",
        )


def _is_printed(page: Page, handbook: Handbook) -> bool:
    return page.type == "pathway" or page.uri in handbook.in_order


def _signs(text: str) -> frozenset[str]:
    """The characters in a text that are not ASCII, which every font has."""
    if text.isascii():
        return frozenset()
    # As bytes: plain letters are left out there ten times as fast as characters are gathered.
    plain = unicodedata.normalize("NFC", text).translate(PLAINER)
    signs = plain.encode("utf-8", "surrogatepass")
    return frozenset(signs.translate(None, _ASCII).decode("utf-8", "surrogatepass"))


def _lacks(sign: str, handbook: Handbook) -> bool:
    return ord(sign) not in handbook.characters and sign not in _UNSEEN


def _lines(page: Page, missing: set[str]) -> Iterator[tuple[Place, frozenset[str]]]:
    for number, line in enumerate(page.text.split("\n"), 1):
        signs = missing & _signs(line)
        if signs:
            column = min(line.find(sign) for sign in signs) + 1
            yield Place(page.path, number, max(column, 1)), signs
