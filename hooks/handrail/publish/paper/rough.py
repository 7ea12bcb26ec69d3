"""How much room words can take at most, where it can be said without setting them: to set words
only to measure them is what costs most in fitting a sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from handrail.publish.paper.measures import texts, width_of
from handrail.publish.paper.nodes import Inline, Node

_WORD = re.compile(r"step \d+|[^ \n\t]+")
"""What no line is broken in."""
_PLAIN = {"strong", "emphasis", "words", "link", "language", "small", "anchor"}
"""Inlines that take no more room than their words in bold."""
_INDENT = 2.5
"""Ems at most that an item of a list stands in."""
Run = dict[str, float]
"""A paragraph in ems of its type: its `total` width on one line and that of its `longest` word, at
most, and how far it stands in, its `indent`."""


def rough_lines(blocks: Sequence[Node]) -> list[Run] | None:
    """The paragraphs of blocks that hold nothing but words and lists of words, as templates read
    them; None where there is anything else."""
    try:
        return [run for block in blocks for run in _runs(block, 0.0)]
    except KeyError:
        return None


def _runs(block: Node, indent: float) -> Iterator[Run]:
    if block["is"] == "list" and not block["tasks"]:
        for part in (part for item in block["items"] for part in item["of"]):
            yield from _runs(part, indent + _INDENT)
    elif block["is"] == "paragraph" and _is_plain(block["of"]):
        text = "".join(texts(block["of"]))
        longest = max((width_of(word, bold=True) for word in _WORD.findall(text)), default=0.0)
        yield {"total": width_of(text, bold=True), "longest": longest, "indent": indent}
    else:
        raise KeyError(block["is"])


def _is_plain(inlines: Sequence[Inline]) -> bool:
    return all(
        isinstance(node, str) or (node["is"] in _PLAIN and _is_plain(node.get("of", ())))
        for node in inlines
    )
