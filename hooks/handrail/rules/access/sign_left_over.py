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
from handrail.read.lines import prose_lines

ID = "sign-left-over"
LEVEL = "error"
ACT = ()

_CODE = re.compile(r"(?P<ticks>`+)(?!`)(?:(?!\n\n).)+?(?<!`)(?P=ticks)(?!`)|<!--.*?-->", re.DOTALL)
_CONFLICT = re.compile(r"^<{7} .*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--")
_BOX = re.compile(r"^(?:!!!|\?\?\?\+?)[ \t]+[\w-]+[^\n]*\n(?=[^\s]|[ \t]*\n[^\s]|\Z)", re.MULTILINE)
_STARS = re.compile(r"(?<!\\)\*\*(?!\*)")
_BESIDE = re.compile(r"\w\*\*|\*\*\w")


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each sign left over outside code."""
    if not any(sign in page.text for sign in ("**", "<!--", "!!!", "???", "<<<<")):
        return
    text = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), _prose(page))
    for sign in _CONFLICT.finditer(text):
        message = f'git has left "{sign[0]}" here: two people changed the same lines'
        help = "keep the right one of the two, and delete the lines <<<<<<<, ======= and >>>>>>>"
        yield Fault(_place(page, text, sign.start()), message, help)
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
