"""Words in two columns of about the same height."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from handrail.publish.paper.measures import texts
from handrail.publish.paper.nodes import Node

_LETTERS = 50
"""Letters in a line of a column, about."""
_SPACE = 0.35
"""Lines of space around a block or an item."""


class Unit(NamedTuple):
    """What is not divided: a block, or one item of a list."""

    block: Node
    """The block, or a list with nothing but the item."""
    of: int
    """0-based number of the block that it comes from."""
    lines: float
    """Height in lines, about."""


def in_two(blocks: list[Node]) -> tuple[list[Node], list[Node]]:
    """The blocks for the left and the right column; a list may be divided between its items."""
    units = list(_units(blocks))
    heights = list(accumulate((unit.lines for unit in units), initial=0.0))
    # A heading stays with what follows it.
    cuts = [n for n in range(1, len(units) + 1) if not units[n - 1].block.get("keep")]
    cut = min(cuts, key=lambda n: max(heights[n], heights[-1] - heights[n]), default=0)
    return _joined(units[:cut]), _joined(units[cut:])


def _units(blocks: list[Node]) -> Iterator[Unit]:
    for number, block in enumerate(blocks):
        if block["is"] != "list":
            yield Unit(block, number, _lines(block))
            continue
        for count, item in enumerate(block["items"]):
            alone = {**block, "items": [item], "start": block["start"] + count}
            yield Unit(alone, number, _lines(item))


def _lines(node: Node) -> float:
    """Height of a node in lines, from the blocks of text in it."""
    inner = [child for child in node.get("of", ()) if isinstance(child, dict) and "line" in child]
    inner += [item for child in inner if child["is"] == "list" for item in child["items"]]
    if node["is"] == "item" and inner:
        return sum(_lines(child) for child in inner if child["is"] != "list")
    letters = sum(map(len, texts([node])))
    return 1 + letters // _LETTERS + _SPACE


def _joined(units: list[Unit]) -> list[Node]:
    """The blocks, with the items of one list together again."""
    blocks: list[Node] = []
    before = -1
    for unit in units:
        if unit.block["is"] == "list" and unit.of == before:
            blocks[-1]["items"] = [*blocks[-1]["items"], *unit.block["items"]]
        else:
            blocks.append(dict(unit.block))
        before = unit.of
    return blocks
