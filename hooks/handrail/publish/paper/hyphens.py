"""The one door to the hyphenator, Pyphen: where a word may be broken at the end of a line.

The typesetter breaks English words as Americans do (knowl-edge) and takes no other patterns, but it
can be kept from breaking. So words have marks where British patterns allow a break, and are broken
only there, and only where American patterns allow it too: safeguard-ing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from pyphen import Pyphen

from handrail.publish.paper.nodes import Inline

_MARK = "\x1f"
"""Stands before and after a letter that may begin a line."""
_LEAST = 3
"""Letters that stay together at each end of a word."""
_WORD = re.compile(r"(?<![\w@./'’-])[a-z]{9,}(?![\w@/'’-]|\.\w)(?=.{20})")
"""Words that may be broken: long ones that are no names, addresses or parts of others, and not
near the end, where the rest of a word might stand alone on the last line."""
_FIRST = 50
"""Letters of a paragraph that are surely on its first line."""
_WHOLE = {"heading", "facts", "shapes", "table", "code-block", "figure", "link", "language",
          "in-language", "letters", "beside"}  # fmt: skip
"""Nodes whose words are looked for, copied or read in one look, or are not English."""


def hyphenated(nodes: Iterable[Inline]) -> list[Inline]:
    """Blocks, or what is in one, with marks in the words of running text that may be broken: one
    in each, because every mark takes time.

    The patterns are LibreOffice's for British English, which Pyphen carries.
    """
    return [_marked(node, 0 if before else _FIRST) for before, node in enumerate(nodes)]


def _marked(node: Inline, first: int) -> Inline:
    if isinstance(node, str):
        return _WORD.sub(lambda word: word[0] if word.start() < first else _broken(word[0]), node)
    if node.get("is") in _WHOLE:
        return node
    return {**node, **{key: hyphenated(node[key]) for key in ("of", "items") if key in node}}


@lru_cache(maxsize=10_000)
def _broken(word: str) -> str:
    """The word with a mark as near to its middle as can be."""
    places = [at for at in _patterns().positions(word) if at in _patterns("en_US").positions(word)]
    if not places:
        return word
    at = min(places, key=lambda place: abs(place - len(word) / 2))
    return f"{word[:at]}{_MARK}{word[at]}{_MARK}{word[at + 1 :]}"


@cache
def _patterns(language: str = "en_GB") -> Pyphen:
    return Pyphen(lang=language, left=_LEAST, right=_LEAST)
