"""Links come out as links.

With a space in the wrong place, or brackets the wrong way round, readers see the signs and the
path, and cannot follow them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.links.shown import running_text

ID = "link-shown-as-text"
LEVEL = "error"
ACT = ()

_TARGET = (
    r"(?:[^\s()\[\]]*(?:\.(?:md|html?|pdf|docx?|xlsx?|png|jpe?g|svg)|/)(?:#[^\s()\[\]]*)?"
    r"|#[\w-]+|(?:https?|mailto|tel):[^\s()\[\]]+)"
)
_WORDS = r"(?:\[[^\[\]\n]*)?"
_SIGNS = (
    (re.compile(rf"{_WORDS}\]\s+\({_TARGET}\s*\)"), "leave no space between ] and ("),
    (re.compile(rf"\([^()\n]+\)\s?\[{_TARGET}\]"), "write [words](target), square brackets first"),
    (re.compile(rf"{_WORDS}\]\(\s*[^()\n]* [^()\n]*\)"), "write each space in the target as %20"),
    (re.compile(rf"{_WORDS}\]\([^()\s]*(?:\s|$)"), "close the target with )"),
    (re.compile(rf"\[\[(?!\s*Fill in)[^\[\]\n]+\]\](?!\()|\]\({_TARGET}"), "write [words](target)"),
)


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each piece of text that was meant as a link."""
    document = handbook.rendered.get(page.uri)
    for text, element in running_text(document) if document else ():
        for line in text.split("\n"):
            found = next(((s.search(line), help) for s, help in _SIGNS if s.search(line)), None)
            if found:
                written = found[0].group().strip()
                place = _place(page, document.place(element).line, written)
                yield Fault(place, f'"{written}" is shown as it stands, not as a link', found[1])


def _place(page: Page, line: int, written: str):
    """The first place from a line on where the page's source has the words."""
    for number, text in enumerate(page.text.split("\n")[line - 1 :], line):
        if written in text:
            return page.place(number, text.index(written) + 1)
    return page.place(line)
