"""Finds what a template leaves open: places to fill in, and contacts that are only examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handrail.finding import Place
from handrail.mail import IN_TEXT, is_example
from handrail.page import Page
from handrail.phones import find_phones
from handrail.read.diagrams import is_mermaid
from handrail.read.lines import read_fences

OPEN = re.compile(r"\[\[Fill in: *(?P<words>[^\s\]][^\]]*)\]\]")
"""A place to fill in."""
_HOMEMADE = re.compile(
    r"\[\[(?!Fill in: *[^\s\]])[^\[\]\n]*(?:\]\]|$)"
    r"|\[\[Fill in:[^\]]*$(?![^\[]*\]\])"
    r"|(?<!\[)\[(?i:fill in|insert|enter|name of|your (?:area|council|trust)|tbc|tba)\b[^\[\]\n]*\]"
    r"(?![\](\[:])"
    r"|<(?i:fill in|insert|enter|name of)\b[^<>\n]*>"
    r"|\b(?:TBC|TBA|TBD|TODO|FIXME|XXX+)\b|(?i:\blorem ipsum\b)",
    re.MULTILINE,
)
_CODE = re.compile(r"(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)|<!--.*?-->", re.DOTALL)
# Pieces of every form above: most pages of a finished protocol have none.
_MAYBE = re.compile(
    r"\[(?i:\[|fill in|insert|enter|name of|your |tbc|tba)|<(?i:fill in|insert|enter|name of)"
    r"|TB[CAD]|TODO|FIXME|XXX"
)
# Pieces of every example number and address: most pages of a finished protocol have none.
_HINT = re.compile(r"960|900|0808|990|7946|496|498|2018|9018|9649|example|test\b|invalid|localhost")


@dataclass(frozen=True)
class Spot:
    """Words of a page that must not stay."""

    place: Place
    """Where they start."""
    words: str
    """What they say."""


def read_placeholders(page: Page) -> tuple[Spot, ...]:
    """Every place to fill in, `[[Fill in: name of the council]]`, with what is to be filled in."""
    if "[[" not in page.text:
        return ()
    text = _without_code(page, keep_diagrams=True)
    found = OPEN.finditer(text)
    return tuple(Spot(_place(page, text, m), " ".join(m["words"].split())) for m in found)


def read_homemade(page: Page) -> tuple[Spot, ...]:
    """Every place that was left open in another form, such as TBC or [insert name]."""
    if not _MAYBE.search(page.text) and "lorem" not in page.text.lower():
        return ()
    text = OPEN.sub(_blank, _without_code(page, keep_diagrams=False))
    return tuple(Spot(_place(page, text, m), m.group().strip()) for m in _HOMEMADE.finditer(text))


def read_examples(page: Page) -> tuple[Spot, ...]:
    """Every phone number and email address that is kept for examples, once a line."""
    return tuple(_examples(page)) if _HINT.search(page.text) else ()


def _examples(page: Page) -> Iterator[Spot]:
    for number, line in enumerate(page.text.split("\n"), 1):
        found = [(phone.start, phone.written) for phone in find_phones(line) if phone.example]
        found += [(m.start(), m.group()) for m in IN_TEXT.finditer(line) if is_example(m.group())]
        for words in dict.fromkeys(words for _, words in sorted(found)):
            yield Spot(page.place(number, line.index(words) + 1), words)


def _without_code(page: Page, keep_diagrams: bool) -> str:
    """The page's text with code and comments blanked, so that every place stays true."""
    lines = page.text.split("\n")
    for fence in read_fences(page):
        if not (keep_diagrams and is_mermaid(fence.info)):
            for index in range(fence.line, min(fence.line + len(fence.lines), len(lines))):
                lines[index] = " " * len(lines[index])
    return _CODE.sub(_blank, "\n".join(lines))


def _blank(match: re.Match) -> str:
    return re.sub(r"[^\n]", " ", match.group())


def _place(page: Page, text: str, match: re.Match) -> Place:
    start = match.start()
    return page.place(text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
