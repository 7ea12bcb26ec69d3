"""The book's chapters: the menu in reading order, each page with its headings at their depth."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handrail.handbook import Entry, Handbook
from handrail.page import Page
from handrail.publish.paper.measures import texts
from handrail.publish.paper.nodes import Node, plain, walk

DEEPEST = 6
"""The deepest level of heading that accessible PDF knows."""


_LITTLE = 700
"""Letters that may share a turned page with a table."""
_WORDS = ("paragraph", "list", "facts")
"""Blocks of which little may stand between a heading and a table."""


@dataclass(frozen=True)
class Chapter:
    """A page of the book's text, or a heading of the menu that stands over pages."""

    title: str
    """The words in the menu."""
    depth: int
    """0 for what stands at the top of the menu."""
    page: Page | None
    """None for a heading without a page of its own."""
    blocks: tuple[Node, ...] = ()
    """What is printed, once it is set."""

    @property
    def opens(self) -> bool:
        """True where it begins on a new page: at the top of the menu, with each pathway, and with
        each form, so that it can be copied."""
        is_pathway = self.page is not None and self.page.type == "pathway"
        return self.depth == 0 or is_pathway or any(block.get("form") for block in self.blocks)


def read_menu(handbook: Handbook) -> list[Chapter]:
    """The chapters in the order of the menu, not yet set.

    A heading whose first page introduces the folder is one chapter with that page, as in the site.
    """
    return list(_chapters(handbook.menu, 0, handbook))


def _chapters(entries: tuple[Entry, ...], depth: int, handbook: Handbook) -> Iterator[Chapter]:
    for entry in entries:
        page, below = handbook.page.get(entry.uri), entry.entries
        if page is None and below:
            first = handbook.page.get(below[0].uri)
            if first is not None and first.is_index and not below[0].entries:
                page, below = first, below[1:]
        if page is not None or below:
            yield Chapter(entry.title, depth, page)
        yield from _chapters(below, depth + 1, handbook)


def set_chapters(
    chapters: list[Chapter],
    set_page: Callable[[Page], list[Node]],
    facts: Callable[[Page], list[Node]],
) -> list[Chapter]:
    """The chapters with their blocks.

    Each opens with one numbered heading at its depth in the menu, then what `facts` says of its
    page; the headings inside follow without a gap between levels. Raises what `set_page` raises.
    """
    level, done = 0, []
    for chapter in chapters:
        opening, rest = _opening(chapter, set_page(chapter.page) if chapter.page else [])
        extra = facts(chapter.page) if chapter.page else []
        level = _level(opening, chapter.depth + 1, level, numbered=True)
        for node in walk(rest):
            if node["is"] == "heading":
                # A second first-level heading of a page is a section of it.
                wanted = chapter.depth + max(node["level"], 2)
                level = _level(node, wanted, level, numbered=False)
        blocks = tuple(turn_with_table([opening, *extra, *rest]))
        done.append(Chapter(chapter.title, chapter.depth, chapter.page, blocks))
    return done


def turn_with_table(blocks: list[Node]) -> list[Node]:
    """The blocks, where the little that stands before or after a turned table shares its page; its
    heading always does."""
    at = next((n for n, block in enumerate(blocks) if _is_turned_table(block)), None)
    if at is None:
        return blocks
    start = 0 if _letters(blocks[:at]) <= _LITTLE else _start_of_section(blocks, at)
    table, after = {**blocks[at], "own-page": False}, blocks[at + 1 :]
    rest = [] if _letters(after) <= _LITTLE else after
    of = [*blocks[start:at], table, *([] if rest else after)]
    page = {"is": "turned", "of": of, "own-page": True, "landscape": True, "line": 1}
    return [*blocks[:start], page, *turn_with_table(rest)]


def _start_of_section(blocks: list[Node], at: int) -> int:
    """Where the headings above a table begin; `at`, its own place, where much stands between."""
    start = at
    while start and blocks[start - 1]["is"] in _WORDS and _letters(blocks[start:at]) <= _LITTLE:
        start -= 1
    if _letters(blocks[start:at]) > _LITTLE or not start or blocks[start - 1]["is"] != "heading":
        return at
    while start and blocks[start - 1]["is"] == "heading":
        start -= 1
    return start


def _is_turned_table(block: Node) -> bool:
    return block["is"] == "table" and block["own-page"]


def _letters(blocks: list[Node]) -> int:
    if any(block.get("own-page") for block in blocks):
        return _LITTLE + 1
    return sum(map(len, texts(blocks)))


def _opening(chapter: Chapter, blocks: list[Node]) -> tuple[Node, list[Node]]:
    """The chapter's heading, with the label that links to the page look for, and the rest."""
    for number, block in enumerate(blocks):
        if block["is"] == "heading" and block["level"] == 1:
            heading, rest = block, [*blocks[:number], *blocks[number + 1 :]]
            break
    else:
        words = chapter.page.title if chapter.page else chapter.title
        heading, rest = {"is": "heading", "of": [words], "line": 1}, blocks
    ids = ["", *heading.get("ids", ())] if chapter.page else []
    return {**heading, **({"ids": ids} if ids else {})}, rest


def _level(heading: Node, wanted: int, before: int, numbered: bool) -> int:
    """Give a heading its level: as deep as wanted, and at most one deeper than the one before."""
    level = min(wanted, before + 1, DEEPEST)
    words = " ".join(plain(heading["of"]).split())
    heading.update(level=level, numbered=numbered, plain=words)
    return level
