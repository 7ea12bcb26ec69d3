"""Tells sentences about the past, in which old names and old editions belong."""

from __future__ import annotations

import re

_HISTORY = re.compile(
    r"(?i)\b(?:former(?:ly)?|previously|old(?:er)? (?:names?|words?|terms?|roles?|editions?)"
    r"|used to"
    r"|(?:was|were|been|also|then|once|still) (?:once |then )?called|called this|supersed\w+"
    r"|replac(?:e[sd]?|ing)|abolished|earlier editions?|instead of|in place of|no longer"
    r"|(?:until|before|since) (?:19|20)\d\d|before (?:them|it|that|then))\b"
)


def tells_history(sentence: str) -> bool:
    """True where a sentence says that it is about what was, not what is."""
    return bool(_HISTORY.search(sentence))
