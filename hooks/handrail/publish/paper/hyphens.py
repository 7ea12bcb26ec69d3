"""The one door to the hyphenator, Pyphen: where a word may be broken at the end of a line.

The typesetter breaks English words as Americans do (knowl-edge) and takes no other patterns, but it
can be kept from breaking. So words have marks where British patterns allow a break, and are broken
only there, and only where the typesetter's own patterns allow it too: safeguard-ing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from pyphen import Pyphen

from handrail.publish.paper.nodes import Inline, Node

_MARK = "\x1f"
"""Stands before and after a letter that may begin a line."""
_LEAST = 3
"""Letters that stay together at each end of a word."""
_WORD = re.compile(r"(?<![\w@./'’-])[a-z]{8,}(?![\w@/'’-]|\.\w)(?=.{20})")
"""Words that may be broken: long ones that are no names, addresses or parts of others, and not
near the end, where the rest of a word might stand alone on the last line."""
_WHOLE = {"heading", "facts", "shapes", "table", "code-block", "figure", "link", "language",
          "in-language", "letters", "beside"}  # fmt: skip
"""Nodes whose words are looked for, copied or read in one look, or are not English."""


def hyphenated(blocks: Iterable[Node]) -> list[Node]:
    """The blocks, with marks in the words of running text that may be broken.

    The patterns are LibreOffice's for British English, which Pyphen carries.
    """
    return [_marked(block) for block in blocks]


def _marked(node: Inline) -> Inline:
    if isinstance(node, str):
        return _WORD.sub(_with_marks, node)
    if node.get("is") in _WHOLE:
        return node
    return {**node, **{key: hyphenated(node[key]) for key in ("of", "items") if key in node}}


def _with_marks(word: re.Match) -> str:
    return _broken(word[0])


@lru_cache(maxsize=10_000)
def _broken(word: str) -> str:
    for at in reversed(_patterns().positions(word)):
        word = f"{word[:at]}{_MARK}{word[at]}{_MARK}{word[at + 1 :]}"
    return word


@cache
def _patterns() -> Pyphen:
    return Pyphen(lang="en_GB", left=_LEAST, right=_LEAST)
