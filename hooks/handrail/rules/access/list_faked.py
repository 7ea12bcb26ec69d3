"""Lists are lists, not lines that start with a dash or a dot typed by hand.

Screen readers say how many items a list has and let people step through it; a paragraph with dashes
is read out as one long sentence. WCAG 2.2, 1.3.1 Info and relationships. Lines of an address or a
poem may end with a line break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.access.passages import BREAK, Passage
from handrail.finding import Fault, Place
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "list-faked"
LEVEL = "warning"
ACT = ()

_SIGN = r"(?:[–—•·‣◦▪■●○►▶➤➢☐☑]|->|=>|[-*+](?= )|\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)](?= ))"
_ITEM = re.compile(rf"^\s*(?P<sign>{_SIGN})\s*(?P<words>\S[^\n]*)", re.MULTILINE)
_TAGS = frozenset(("p", "td", "li", "dd", "div"))
_MANY = 4
_ADDRESS = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|@|\d{5}|(?i:\b(?:road|street|avenue|lane|square|tel)\b)"
)


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each block, or run of paragraphs, with two or more lines that start with the
    sign of a list, and for each with four or more short lines that end with a line break."""
    written = written_of(page, handbook)
    for run in _runs(written.passages):
        items = [item for passage in run for item in _ITEM.finditer(passage.text)]
        if len(items) > 1 or (items and _goes_on(run[0], items[0]["sign"])):
            yield _by_signs(written.place(run[0].element, items[0]["words"]), items[0]["sign"])
        elif not items and _is_broken(run[0]):
            yield _by_breaks(written.place(run[0].element, run[0].words), run[0])


def _starts(passage: Passage) -> bool:
    """True for a paragraph that starts with a sign."""
    if passage.tag != "p":
        return False
    start = passage.text.lstrip()[:2]
    can = not start[:1].isalpha() or start[1:] in ".)iv"
    return can and bool(_ITEM.match(passage.text))


def _runs(passages: tuple[Passage, ...]) -> Iterator[list[Passage]]:
    """Blocks that can hold a list; paragraphs that each start with a sign go together."""
    run: list[Passage] = []
    for passage in passages:
        starts = _starts(passage)
        if run and not starts:
            yield run
            run = []
        if starts:
            run.append(passage)
        elif passage.tag in _TAGS and "\n" in passage.text:
            yield [passage]
    if run:
        yield run


def _goes_on(passage: Passage, sign: str) -> bool:
    """True where the dot that starts a line stands in it again and again."""
    return sign in "•·◦▪■●" and passage.text.count(sign) > 2


def _is_broken(passage: Passage) -> bool:
    """True for many short lines that are not an address."""
    lines = passage.text.split(BREAK)
    short = all(len(line) < 60 and not line.rstrip().endswith((".", ",", "?")) for line in lines)
    return len(lines) >= _MANY and short and not _ADDRESS.search(passage.text)


def _by_signs(place: Place, sign: str) -> Fault:
    return Fault(
        place,
        f'lines that start with "{sign}" look like a list and are none',
        'start each with "- " or "1. ", on a line of its own, with an empty line before the first',
    )


def _by_breaks(place: Place, passage: Passage) -> Fault:
    first = " ".join(passage.text.split(BREAK)[0].split())
    return Fault(
        place,
        f'the lines from "{first}" on look like a list and are none',
        'start each with "- " instead of ending it with a line break',
    )
