"""No sign that was meant for a program is left over among the words.

Two copies of a page that git could not join by itself, a comment that is never closed, stars that
make nothing bold and a box with nothing in it are all shown to staff as they stand, who cannot tell
which of the words hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.read.conflict import HELP, OPENS, conflicts, left
from handrail.read.diagrams import is_mermaid
from handrail.read.lines import prose_lines, read_fences

ID = "sign-left-over"
LEVEL = "error"
ACT = ()

_CODE = re.compile(r"(?P<ticks>`+)(?!`)(?:(?!\n\n).)+?(?<!`)(?P=ticks)(?!`)|<!--.*?-->", re.DOTALL)
_COMMENT = re.compile(r"<!--")
_BOX = re.compile(r"^(?:!!!|\?\?\?\+?)[ \t]+[\w-]+[^\n]*\n(?=[^\s]|[ \t]*\n[^\s]|\Z)", re.MULTILINE)
_STARS = re.compile(r"(?<!\\)\*\*(?!\*)")
_BESIDE = re.compile(r"\w\*\*|\*\*\w")


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each sign left over outside code."""
    for fence in read_fences(page):
        if not fence.closed and not is_mermaid(fence.info):
            help = "put a line with the same signs after its last line, or delete it"
            place = page.place(fence.line, fence.indent + 1)
            yield Fault(place, "the block of code that starts here is never closed", help)
    if not any(sign in page.text for sign in ("**", "<!--", "!!!", "???", "<<<<")):
        return
    text = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), _prose(page))
    for sign in conflicts(text):
        if sign[0].startswith(OPENS):
            yield Fault(_place(page, text, sign.start()), left(sign[0]), HELP)
    for sign in _COMMENT.finditer(text):
        help = "close it with --> where it ends, or delete it"
        yield Fault(_place(page, text, sign.start()), "a comment is opened and never closed", help)
    for sign in _BOX.finditer(text):
        help = "put four spaces before each line that belongs into the box"
        yield Fault(_place(page, text, sign.start()), "the box has nothing in it", help)
    for block in re.finditer(r"(?:(?!\n\s*\n).)+", text, re.DOTALL):
        stars = list(_STARS.finditer(block[0]))
        if len(stars) % 2 and _BESIDE.search(block[0]):
            help = "put two stars on both sides of the words, without spaces inside"
            at = block.start() + stars[-1].start()
            yield Fault(_place(page, text, at), "two stars are shown and make nothing bold", help)


def _prose(page: Page) -> str:
    """The page with everything but prose blanked out."""
    lines = [""] * page.text.count("\n") + [""]
    for number, line in prose_lines(page):
        lines[number - 1] = line
    return "\n".join(lines)


def _place(page: Page, text: str, at: int):
    return page.place(text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
