"""A word stands in the glossary once, either as a term of today or as an old name of one.

With two entries readers believe the one they happen to find, and a word that is both old and
current cannot be checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault, Place
from handrail.handbook import Handbook

ID = "glossary-term-twice"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each term, abbreviation or old name that an earlier entry has already."""
    seen: dict[str, tuple[str, Place]] = {}
    for term in handbook.glossary.terms:
        words = (term.name, term.abbreviation, *term.old)
        for word in dict.fromkeys(word.casefold() for word in words if word):
            if word in seen:
                name, place = seen[word]
                message = f'"{word}" stands in the entry "{name}" already, on line {place.line}'
                yield Fault(term.place, message, "keep it in one of the two entries")
            seen.setdefault(word, (term.name, term.place))
