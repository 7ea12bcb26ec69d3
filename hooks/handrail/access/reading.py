"""How hard English text is to read, measured by the length of its sentences and words.

The measure is the Flesch-Kincaid grade (Kincaid and others, 1975) given as an age: the years of
school that a text asks for, plus five, the age at which children in Britain start school. Syllables
are estimated from spelling. It knows nothing of meaning, so it is advice: a low age does not make a
text clear, but a high one makes it hard for many.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise

MOST_WORDS = 35
"""In a sentence; few people can hold more in mind."""
STARTS_SCHOOL = 5
_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_END = re.compile(
    # The whole row of signs at once, so that a long one is not tried again from each sign in it.
    r"[.!?…](?<![.!?…]{2})[.!?…]*+"
    r"(?<!\b[A-Z]\.)(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\b(?:vs|No|Mr|Dr|Ms)\.)(?<!\bMrs\.)"
    r"[)\"'’”]*+(?=\s+[\"'‘“(]*[A-Z0-9])"
)
"""The signs at the end of a sentence that another follows."""
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?:[^laeiouy]|[aeiouy]l)e$|(?:[^aeiouytdl]|[aeiouy]l)ed$|(?:[^aeiouysxzcghl]|[^sc]h)es$"
    r"|[aeiouy]les$|[^aeiouyl]e(?:ment|ness|less|ful|ly|ty)s?$|(?:som|ther|wher)e(?!s?$)|ever[yi]"
    r"|busine"
)
_APART = re.compile(
    r"i[ao](?!us$|n|r$)|(?<=[drl])ian|i(?:ous(?!r)|um|us)|eo(?!u|p)|(?<![gq])ua(?!r)"
    r"|uou|y(?:a|i|ee)|[aeo]ing|ier$|i(?:et|est|ent|ence|ety)|ism$|ea$|cre(?=at)|oe(?=[mt])"
)
_TOGETHER = re.compile(r"(?:(?<!s)[ctxg]|s)i(?:a|ou|en|on)")

Sentence = list[str]
"""What stands between spaces: words, with the signs at them."""


@dataclass(frozen=True)
class Reading:
    """The measure of some sentences."""

    sentences: int
    """How many there are."""
    words: int
    """How many words they have together."""
    syllables: int
    """How many syllables those words have together."""

    @property
    def mean(self) -> float:
        """Words in a sentence, on average."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def age(self) -> float:
        """The age at which people who read as their school years say can follow the text."""
        if not self.words:
            return 0.0
        grade = 0.39 * self.mean + 11.8 * self.syllables / self.words - 15.59
        return max(grade + STARTS_SCHOOL, STARTS_SCHOOL)


def sentences_of(text: str) -> list[Sentence]:
    """The sentences of a passage. What stands after a semicolon or colon belongs to the same
    sentence."""
    ends = [end.end() for end in _END.finditer(text)]
    parts = [text[start:end].split() for start, end in pairwise((0, *ends, len(text)))]
    return [part for part in parts if any(map(_WORD.search, part))]


def count_words(sentence: Sentence) -> int:
    """How many words a sentence has; numbers, addresses and signs are none."""
    return len(_WORD.findall(" ".join(sentence)))


def measure(sentences: Sequence[Sentence]) -> Reading:
    """Measure sentences."""
    syllables = [*map(_syllables, chain.from_iterable(sentences))]
    return Reading(len(sentences), len(syllables) - syllables.count(0), sum(syllables))


@cache
def _syllables(piece: str) -> int:
    """An estimate for a word with what signs stand around it; 0 where there is none. Abbreviations
    are spelled out: AMHP has four, and W, with three, is rare."""
    found = _WORD.search(piece)
    if not found:
        return 0
    word = found.group(0)
    if word.isupper() and 1 < len(word) < 6:
        return len(word)
    return sum(_in_part(part) for part in re.split("['’-]", word.lower()) if len(part) > 1) or 1


def _in_part(part: str) -> int:
    groups = len(_VOWELS.findall(part))
    silent = len(_SILENT.findall(part)) if groups > 1 else 0
    return max(1, groups - silent + len(_APART.findall(_TOGETHER.sub("sh", part))))
