"""Which language tags name a language (BCP 47, ACT definition of a known primary language tag)."""

from __future__ import annotations

from functools import cache

from handrail.access.language_subtags import THREE_LETTERS, TWO_LETTERS


def names_a_language(tag: str) -> bool:
    """Whether the first part of a tag such as `en-GB` is a registered language, whatever follows.

    Only this first part decides how text is read out, and the rules of WCAG 3.1 look no further.
    """
    return _is_registered(tag.strip().split("-", 1)[0].lower())


def _is_registered(subtag: str) -> bool:
    return subtag in _registered() or _is_private(subtag)


def _is_private(subtag: str) -> bool:
    """Whether `subtag` lies in `qaa..qtz`, which anyone may use for a language of their own."""
    return len(subtag) == 3 and subtag.isascii() and "qaa" <= subtag <= "qtz"


@cache
def _registered() -> frozenset[str]:
    groups = (group.split(":") for group in THREE_LETTERS.split())
    three = (start + end for start, ends in groups for end in ends)
    return frozenset((*TWO_LETTERS.split(), *three))
