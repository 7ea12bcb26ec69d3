"""Reads text as terms to search by.

The same rules are used twice: here for pages, and in the reader's browser for what is typed, which
gets them with the index. They are written in what Python's and JavaScript's regular expressions
have in common.

Stemming is light on purpose. It takes off plurals and the endings of related words, after the
S-stemmer of D. Harman, "How effective is suffixing?", JASIS 42 (1991), and M. F. Porter, "An
algorithm for suffix stripping", Program 14 (1980), but never -er: a carer is not care.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

LEVELS = {
    "s": "s|ss|sec|secs|sect|sects|s[eciot]{3,7}ns?|§",
    "sch": "sch|schs|sched|schedule|schedules",
    "art": "art|arts|artic(?:le|al|el|kle)s?",
    "reg": "reg|regs|reg[ulation]{5,8}s?",
    "para": "para|paras|paragraph|paragraphs",
}
"""How people write each level of a provision, slips such as "secton" and "artical" among them."""

NORMAL: tuple[tuple[str, str], ...] = (
    (r"[‘’ʼ`´]", "'"),
    (r"'s\b|'", ""),
    (r"\b([a-z])[.]([a-z])[.]?(?:([a-z])[.])?(?![a-z0-9])", "$1$2$3"),
    (r"\b([a-z])(?:&| & )([a-z])\b", "$1$2"),
    (r"\ba and e\b", "ae"),
    (r"\bco-(?=[a-z])", "co"),
    *(
        (rf"(?:\b|(?=§))(?:{words})[./ -]*([0-9]+[a-z]{{0,3}})\b(?:\([0-9a-z]+\))*", f" {level}$1 ")
        for level, words in LEVELS.items()
    ),
)
"""Replacements in text of small letters without accents, in order: apostrophes, initials with full
stops, `A&E`, co-operation, and provisions, so that s47, s.47, s 47 and section 47 are one term."""

STEM: tuple[tuple[str, str], ...] = (
    (r"^(.{2,})sses$", "$1ss"),
    (r"^(.{2,})ies$", "$1y"),
    (r"^(.{2,}[^su])s$", "$1"),
    (r"^(.{2,})(a|i)bility$", "$1$2bl"),
    (r"^(.{3,})iality$", "$1ial"),
    (r"^(?!evening$|hearing$)(.*[aeiouy].*.)(?:ing|ed)$", "$1"),
    (r"^(.{3,})(?:isation|ization|ise|ize)$", "$1is"),
    (r"^(?!format$)(.{4,})(?:ations?|ate|at)$", "$1"),
    (r"^(.{3,})ments?$", "$1"),
    (r"^(.{3,}[st])ion$", "$1"),
    (r"^(?!allowance$)(.{5,})(?:ance|ence|ancy|ency|ant|ent|al|ness)$", "$1"),
    (r"^(.{4,})ly$", "$1"),
    (r"^(.{3,})e$", "$1"),
    (r"^(.{2,})y$", "$1i"),
    (r"^(.+)([bdfgmnprt])\2$", "$1$2"),
)
"""Replacements in a word of four letters or more, in order; each is tried once."""

TERM = r"[a-z0-9]+"

_RULES = {
    name: [(re.compile(old), re.sub(r"\$(\d)", r"\\\1", new)) for old, new in rules]
    for name, rules in (("normal", NORMAL), ("stem", STEM))
}
_TERM = re.compile(TERM)
_ACCENTS = re.compile("[\u0300-\u036f]+")
_PROVISION = re.compile(rf"^(?:{'|'.join(LEVELS)})([0-9]+[a-z]*)$")


def normal(text: str) -> str:
    """Text in small letters without accents, with provisions as one term each."""
    plain = text.lower() if text.isascii() else _without_accents(text)
    for pattern, new in _RULES["normal"]:
        plain = pattern.sub(new, plain)
    return plain


def _without_accents(text: str) -> str:
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text).lower())


@cache
def stem(word: str) -> str:
    """The word without its ending."""
    if len(word) < 4 or any(sign.isdigit() for sign in word):
        return word
    for pattern, new in _RULES["stem"]:
        word = pattern.sub(new, word)
    return word


def terms(text: str) -> list[str]:
    """The terms of a text, in order."""
    return [stem(word) for word in _TERM.findall(normal(text))]


def bare_numbers(listed: Iterable[str]) -> set[str]:
    """The numbers of the provisions among terms, which people also search for without a word."""
    found = map(_PROVISION.match, listed)
    return {match[1] for match in found if match}
