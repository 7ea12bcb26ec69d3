"""What a page becomes on its way to paper: a tree of plain values that JSON can hold.

A block or an inline is a dict whose `is` names it and whose `of` holds what is inside; inside a
block of text, plain strings are text. Blocks carry `line`, the writer's line they came from, and
`id` where something may point to them. The templates set each kind by its name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Node = dict[str, Any]
Inline = str | Node

GAP: Node = {"is": "gap"}
"""A place, without width, at which a line may be broken."""


def walk(nodes: list[Inline]) -> Iterator[Node]:
    """Every node of a tree, in reading order."""
    for node in nodes:
        if isinstance(node, dict):
            yield node
            for key in ("title", "of", "head", "rows", "items", "term", "caption"):
                yield from walk(node.get(key, ()))
        elif isinstance(node, list):
            yield from walk(node)


def plain(nodes: list[Inline]) -> str:
    """The words of some inlines, without their looks and without notes."""
    return "".join(_plain(node) for node in nodes)


def _plain(node: Inline) -> str:
    if isinstance(node, str):
        return node
    if node["is"] in ("note", "note-again"):
        return ""
    if node["is"] == "break":
        return " "
    return node.get("text") or node.get("alt") or plain(node.get("of", []))


def trimmed(nodes: list[Inline]) -> list[Inline]:
    """The inlines without white space and line breaks at either end."""
    kept = list(nodes)
    while kept and _is_blank(kept[0]):
        kept.pop(0)
    while kept and _is_blank(kept[-1]):
        kept.pop()
    if kept and isinstance(kept[0], str):
        kept[0] = kept[0].lstrip(" ")
    if kept and isinstance(kept[-1], str):
        kept[-1] = kept[-1].rstrip(" ")
    return kept


def _is_blank(node: Inline) -> bool:
    return not node.strip(" ") if isinstance(node, str) else node["is"] == "break"
