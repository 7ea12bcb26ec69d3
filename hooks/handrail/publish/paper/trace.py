"""Where a book cannot be set: from the typesetter's refusal back to the writer's file and line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from handrail.finding import Place
from handrail.publish.paper.measures import texts
from handrail.publish.paper.nodes import Node, walk
from handrail.publish.paper.source import cannot_print
from handrail.publish.typeset import CannotPrint, CannotSet, typeset

_PLACES_NAMED = 5
"""Lines that are named for one character; mending them shows the others."""


@dataclass(frozen=True)
class Part:
    """One block of a document with the page it comes from."""

    block: Node
    """The block."""
    path: str
    """The writer's file; empty for what no writer wrote."""

    @property
    def place(self) -> Place:
        """Where the writer should look."""
        return Place(self.path, max(self.block.get("line", 1), 1))


@dataclass(frozen=True)
class Job:
    """What the typesetter needs besides the blocks."""

    template: Path
    """The template."""
    data: Mapping[str, Any]
    """Everything that does not come from a page; its `chapters` are left to the blocks."""
    root: Path
    """The folder of pictures."""
    today: date
    """The day the document speaks for."""


def explain(refusal: CannotSet, parts: Iterable[Part], job: Job) -> CannotPrint:
    """The refusal with the writer's file and line, where one block is its cause."""
    parts = [part for part in parts if part.path]
    if refusal.unprintable:
        return explain_glyphs(refusal, parts)
    culprit = _culprit(parts, str(refusal), job)
    return cannot_print(_deepest(culprit, str(refusal), job), str(refusal)) if culprit else refusal


def explain_glyphs(refusal: CannotSet, parts: list[Part]) -> CannotPrint:
    """The refusal with the lines of the characters that no font has."""
    found = [
        cannot_print(place, _missing(text))
        for text in refusal.unprintable
        for place in _places(text, parts)[:_PLACES_NAMED]
    ]
    return CannotPrint("\n".join(str(error) for error in found)) if found else refusal


def _places(text: str, parts: list[Part]) -> list[Place]:
    """Each line that holds the text."""
    holders = [part for part in parts if text in "".join(texts([part.block]))]
    return list(dict.fromkeys(_line_of(text, part) for part in holders))


def _missing(text: str) -> str:
    codes = " ".join(f"U+{ord(character):04X}" for character in text)
    return (
        f'no print font has "{text}" ({codes}); write it in words, or add a font that has it to '
        "overrides/print/fonts"
    )


def _line_of(text: str, part: Part) -> Place:
    """The line of the innermost block that holds the text."""
    lines = [
        node["line"]
        for node in walk([part.block])
        if node.get("line") and text in "".join(texts([node]))
    ]
    return Place(part.path, lines[-1]) if lines else part.place


def _culprit(parts: list[Part], reason: str, job: Job) -> Part | None:
    """The one block without which the refusal would not come, found by halving."""
    if _refused([], reason, job) or not _refused(parts, reason, job):
        return None
    while len(parts) > 1:
        half = parts[: len(parts) // 2]
        parts = half if _refused(half, reason, job) else parts[len(parts) // 2 :]
    return parts[0] if _refused(parts, reason, job) else None


def _deepest(part: Part, reason: str, job: Job) -> Place:
    """The line of the innermost block that is refused for the same reason."""
    for node in part.block.get("of", []):
        inner = Part(node, part.path) if isinstance(node, dict) and "line" in node else None
        if inner and _refused([inner], reason, job):
            return _deepest(inner, reason, job)
    return part.place


def _refused(parts: list[Part], reason: str, job: Job) -> bool:
    """True where these blocks alone are refused for the same reason."""
    blocks = [_alone(part.block) for part in parts]
    chapters = [{"opens": False, "blocks": blocks}]
    data = {**job.data, "register": [], "index": [], "chapters": chapters}
    try:
        typeset(job.template, data, job.root, job.today)
    except CannotSet as refusal:
        return str(refusal) == reason
    return False


def _alone(node: Any) -> Any:
    """A copy without what needs the rest of the document: links into it, and headings' depth."""
    if isinstance(node, list):
        return [_alone(item) for item in node]
    if not isinstance(node, dict):
        return node
    copy = {key: _alone(value) for key, value in node.items() if key not in ("ids", "svg")}
    if "svg" in node:
        copy["svg"] = node["svg"]
    if copy.get("is") == "link" and "label" in copy:
        copy["is"] = "words"
    if copy.get("is") == "heading":
        copy["level"] = 1
    if copy.get("is") == "note-again":
        copy = {"is": "words", "of": []}
    return copy


def parts_of(chapters: Iterable) -> Iterator[Part]:
    """The blocks of a book's chapters."""
    for chapter in chapters:
        for block in chapter.blocks:
            yield Part(block, chapter.page.path if chapter.page else "")
