"""Tells the lines of a page that are Markdown from those that are code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from handrail.page import Page

_OPENING = re.compile(r"(?P<indent>[ >\t]*)(?P<ticks>`{3,}|~{3,})(?P<info>[^`]*)")


@dataclass(frozen=True)
class Fence:
    """A fenced block."""

    info: str
    """What stands after the opening ticks, such as `mermaid`."""
    line: int
    """1-based line of the opening ticks."""
    indent: int
    """Characters before the ticks."""
    lines: tuple[str, ...]
    """The lines inside, as written."""
    closed: bool = True
    """False where the page ends before the fence does."""


def numbered_lines(page: Page) -> list[tuple[int, str]]:
    """(1-based line, text) of everything below the front matter."""
    return list(enumerate(page.text.splitlines(), 1))[page.body_line - 1 :]


def prose_lines(page: Page) -> Iterator[tuple[int, str]]:
    """(1-based line, text) of the lines that stand outside fenced blocks."""
    if "prose lines" not in page.notes:
        inside = {
            number
            for fence in read_fences(page)
            if fence.closed
            for number in range(fence.line, fence.line + len(fence.lines) + 2)
        }
        lines = numbered_lines(page)
        page.notes["prose lines"] = [line for line in lines if line[0] not in inside]
    return iter(page.notes["prose lines"])


def read_fences(page: Page) -> list[Fence]:
    """The fenced blocks of a page, in order. One that is never closed ends with the page."""
    if "fences" not in page.notes:
        has_any = "```" in page.text or "~~~" in page.text
        page.notes["fences"] = _read_fences(page) if has_any else []
    return page.notes["fences"]


def _read_fences(page: Page) -> list[Fence]:
    fences: list[Fence] = []
    opening, body = None, []
    for number, line in numbered_lines(page):
        has_ticks = "```" in line or "~~~" in line
        match = _OPENING.fullmatch(line.rstrip()) if has_ticks else None
        if opening is None:
            if match:
                opening, body = (number, match), []
        elif match and _closes(match, opening[1]):
            fences.append(_fence(*opening, body))
            opening = None
        else:
            body.append(line)
    if opening:
        fences.append(replace(_fence(*opening, body), closed=False))
    return fences


def _closes(match: re.Match, opening: re.Match) -> bool:
    return not match["info"].strip() and match["ticks"] == opening["ticks"]


def _fence(number: int, opening: re.Match, body: list[str]) -> Fence:
    return Fence(opening["info"].strip(), number, len(opening["indent"]), tuple(body))
