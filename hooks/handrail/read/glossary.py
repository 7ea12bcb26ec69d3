"""Reads the glossary: terms, abbreviations, old names and other names.

An entry is a heading of the third level or below, with the abbreviation in brackets, and a few
sentences. Some of them begin with a label:

    ### Early help assessment (EHA) {#early-help-assessment}

    A short assessment of what a family needs. Old name: common assessment framework (CAF).

`Old name:` lists words that are not used any more; `Other name:`, `People often say:` and
`Full name:` list words that people search for. Each label may be plural. A sentence that begins
`Abbreviations that need no explanation:` lists those that everyone knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from handrail.finding import Place
from handrail.read.prose import Prose

_HEADING = re.compile(r"^(?P<signs>#{1,6})[ \t]+(?P<words>[^\n]*?)[ \t]*$", re.MULTILINE)
_LABEL = re.compile(
    r"(?P<label>Old|Other|Full) names?:|(?P<said>People often say):"
    r"|(?P<plain>Abbreviations that need no explanation):"
)
_ABBREVIATION = re.compile(
    r"\((?P<short>[A-Z][\w&-]*[A-Z]\w*)(?: or (?P<or>[A-Z][\w&-]*[A-Z]\w*))?\)"
)


@dataclass(frozen=True)
class Term:
    """One entry of the glossary."""

    name: str
    """The term, without its abbreviation."""
    abbreviation: str
    """Its abbreviation; empty where it has none."""
    old: tuple[str, ...]
    """Old names and their abbreviations, which this one has replaced."""
    other: tuple[str, ...]
    """Other names, which people say and search for."""
    uri: str
    """Its page, from the docs folder."""
    id: str
    """ID of its heading; empty where the writer gave none."""
    place: Place
    """Where its heading stands."""

    @property
    def in_sentence(self) -> str:
        """The term as it stands in a sentence: with a small letter unless it is a name."""
        first, _, rest = self.name.partition(" ")
        is_name = rest[:1].isupper() or first[1:] != first[1:].lower()
        return self.name if is_name else self.name[:1].lower() + self.name[1:]


@dataclass(frozen=True)
class Glossary:
    """The glossary of a protocol."""

    terms: tuple[Term, ...] = ()
    """Its entries, in order."""
    expansions: tuple[tuple[str, str], ...] = ()
    """(abbreviation, what it stands for), as the glossary's sentences expand them."""
    plain: frozenset[str] = frozenset()
    """Abbreviations that need no explanation."""

    @cached_property
    def expansion(self) -> dict[str, str]:
        """What each abbreviation of today stands for; a term's own comes first."""
        own = {term.abbreviation: term.in_sentence for term in self.terms if term.abbreviation}
        return dict(self.expansions) | own

    @cached_property
    def listed(self) -> frozenset[str]:
        """The single words of all old and other names."""
        names = (name for term in self.terms for name in (*term.old, *term.other))
        return frozenset(word for name in names for word in name.split())

    @cached_property
    def retired(self) -> dict[str, Term]:
        """Terms by the old names that they have replaced, in lower case but for abbreviations."""
        return {
            (name if is_abbreviation(name) else name.lower()): term
            for term in self.terms
            for name in term.old
        }

    @cached_property
    def old_names(self) -> tuple[tuple[str, re.Pattern, Term], ...]:
        """(old name in lower case, pattern for it, term) of every old name, the longest first."""
        return tuple(
            (name.lower(), _pattern(name), self.retired[name])
            for name in sorted(self.retired, key=len, reverse=True)
        )


def _pattern(name: str) -> re.Pattern:
    words = r"[\s>]+".join(re.escape(word) for word in name.split())
    flags = re.NOFLAG if is_abbreviation(name) else re.IGNORECASE
    return re.compile(rf"(?<![\w'-]){words}(?:'?s)?(?![\w-])", flags)


def read_glossary(pages: Iterable[Prose]) -> Glossary:
    """The glossary that stands on these pages."""
    terms, expansions, plain = [], [], set()
    for prose in pages:
        for start, end in _sections(prose):
            heading = _HEADING.match(prose.text, start)
            body = " ".join(prose.text[heading.end() : end].split())
            expansions += _expansions(heading["words"]) + _expansions(body)
            lists = dict(_lists(body))
            plain.update(lists.get("plain", ()))
            if len(heading["signs"]) > 2:
                terms.append(_term(prose, heading, lists))
        plain.update(dict(_lists(" ".join(_opening(prose).split()))).get("plain", ()))
    return Glossary(tuple(terms), tuple(expansions), frozenset(plain))


def is_abbreviation(text: str) -> bool:
    """True for a word with two capitals or more."""
    return " " not in text and sum(sign.isupper() for sign in text) > 1


def expansion_before(text: str, abbreviation: str) -> str:
    """The words at the end of `text` that `abbreviation` stands for; empty where none does.

    "the multi-agency safeguarding hub" before MASH gives "multi-agency safeguarding hub". Small
    words need no letter, and some abbreviations take a letter from inside a word.
    """
    letters = [sign.lower() for sign in abbreviation if sign.isupper()]
    words = list(re.finditer(r"[\w']+", text))[-14:]
    # The last words may have no letter of their own, as in "home treatment team (CRHT)".
    for last in range(len(words), max(0, len(words) - 3), -1):
        start = _spelled(words[:last], letters)
        if start is not None:
            return " ".join(text[start:].split())
    for word in reversed(words[-len(letters) : -1]):
        if word.group(0)[0].lower() == letters[0] and _holds(text[word.start() :], letters):
            return " ".join(text[word.start() :].split())
    return ""


def _holds(text: str, letters: list[str]) -> bool:
    """True where the letters stand in the text in this order, with others between them."""
    signs = iter(text.lower())
    return all(letter in signs for letter in letters)


def _spelled(words: list[re.Match], letters: list[str]) -> int | None:
    """Index at which words begin whose first letters spell `letters` to the end."""
    left = list(letters)
    for word in reversed(words):
        if left and word.group(0)[0].lower() == left[-1]:
            left.pop()
            if not left:
                return word.start()
        elif word.group(0).lower() not in _SMALL:
            return None
    return None


_SMALL = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "s", "the", "to", "with")
)


def _sections(prose: Prose) -> Iterator[tuple[int, int]]:
    starts = [match.start() for match in _HEADING.finditer(prose.text)]
    yield from zip(starts, [*starts[1:], len(prose.text)], strict=True)


def _opening(prose: Prose) -> str:
    first = _HEADING.search(prose.text)
    return prose.text[: first.start()] if first else prose.text


def _expansions(text: str) -> list[tuple[str, str]]:
    found = []
    for match in _ABBREVIATION.finditer(text):
        for short in filter(None, (match["short"], match["or"])):
            expansion = expansion_before(text[: match.start()], short)
            if expansion:
                found.append((short, expansion))
    return found


def _lists(body: str) -> Iterator[tuple[str, list[str]]]:
    """(kind, names) of each labelled list; a name and its abbreviation are two names."""
    groups: dict[str, list[str]] = {}
    for match in _LABEL.finditer(body):
        listed = re.match(r"[^.:]*", body[match.end() :]).group(0)
        kind = "plain" if match["plain"] else "old" if match["label"] == "Old" else "other"
        names = re.split(r",|\bor\b|[()]", listed)
        groups.setdefault(kind, []).extend(name.strip() for name in names if name.strip())
    yield from groups.items()


def _heading_id(prose: Prose, heading: re.Match) -> str:
    """The ID after a heading, which is no part of the running text."""
    written = re.search(r"\{[^}]*#([\w-]+)", prose.page.text[slice(*heading.span())])
    return written[1] if written else ""


def _term(prose: Prose, heading: re.Match, lists: dict[str, list[str]]) -> Term:
    short = _ABBREVIATION.search(heading["words"])
    name = heading["words"][: short.start()] if short else heading["words"]
    return Term(
        " ".join(name.split()),
        short["short"] if short else "",
        tuple(lists.get("old", ())),
        tuple(lists.get("other", ())),
        prose.page.uri,
        _heading_id(prose, heading),
        prose.place(heading.start()),
    )
