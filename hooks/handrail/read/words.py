"""Markdown as plain words, for what is not shown as HTML: contact files, comparisons, messages."""

from __future__ import annotations

import html
import re

_MARKUP = re.compile(r"[\[<*_`\\&]")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_ADDRESS = re.compile(r"<(?:mailto:|tel:)?([^<>\s]+[@+\d][^<>\s]*)>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_STRESS = re.compile(
    r"(\*\*|__|`+)(?=\S)(.+?)(?<=\S)\1|(?<![\w*])([*_])(?=\S)([^*_]+)(?<=\S)\3(?!\w)"
)
_HYPHEN = "\N{NON-BREAKING HYPHEN}"  # Word puts it into dates and numbers
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")


def plain_words(markdown: str) -> str:
    """One line or cell of Markdown as a reader sees its words, on one line."""
    if not _MARKUP.search(markdown):
        return " ".join(markdown.replace(_HYPHEN, "-").split())  # as most cells are
    text = _LINK.sub(r"\1", _ADDRESS.sub(r"\1", markdown))
    text = _STRESS.sub(lambda match: match[2] or match[4], _BREAK.sub(", ", text))
    text = html.unescape(_ESCAPED.sub(r"\1", text))
    return " ".join(text.replace(_HYPHEN, "-").split())
