"""Packs the index into one script: what each page is, what is called what, and which words stand
where. It is a script and not data alone so that pages opened from a disk can read it too.

A list of numbers is packed as the steps from one to the next, each in base 26 with a capital as its
last digit, so that most take one letter: 3, 5, 40 is "DCBJ". Where a word stands in so many places
that it tells none apart, only the number of its pages is kept, after a star.
"""

from __future__ import annotations

import json
import posixpath
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from handrail.address import page_address
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.read.glossary import Term
from handrail.search import everyday, names, phrases, words
from handrail.search.names import ALSO, HEADING, TERM, TITLE, Group
from handrail.search.units import Unit, read_units

PATH = "assets/javascripts/search-index.js"
"""Where the index stands on the site."""
COMMON = 0.15
"""The share of places from which on a word is too common to say where it stands."""


def search_index(handbook: Handbook, folders: bool = True) -> str:
    """The index of a rendered protocol as a script. `folders` says whether each page is a folder of
    its own on the site."""
    pages = [page for page in handbook.pages if page.uri in handbook.rendered]
    units = [read_units(handbook.rendered[page.uri]) for page in pages]
    counted = _counted(handbook, pages, units)
    known = frozenset(counted["terms"].split())
    data = {
        "rules": {"normal": words.NORMAL, "stem": words.STEM, "term": words.TERM},
        "small": " ".join(sorted({words.stem(word) for word in everyday.SMALL})),
        "same": _same(known),
        "short": _short(known),
        "pages": [_entry(page, handbook, folders) for page in pages],
        "units": ["\n".join(f"{unit.id}\t{unit.heading}" for unit in own[1:]) for own in units],
        "help": _help(pages, handbook.in_order),
        **counted,
    }
    return f"handrailIndex({json.dumps(data, ensure_ascii=False, separators=(',', ':'))});\n"


def _entry(page: Page, handbook: Handbook, folders: bool) -> list[str]:
    """Address, title, kind, description and other names of a page."""
    return [
        page_address(page.uri, folders),
        page.title,
        names.kind_of(page, handbook.menu),
        page.get("description"),
        "; ".join(names.also_called(page)),
    ]


def _same(known: frozenset[str]) -> dict[str, str]:
    """What everyday words may mean among the known terms, by their stems."""
    meant: dict[str, list[str]] = defaultdict(list)
    for said, meanings in everyday.SAME:
        for word in words.terms(said):
            meant[word] += [o for o in words.terms(meanings) if o in known and o != word]
    return {word: " ".join(dict.fromkeys(others)) for word, others in meant.items() if others}


def _short(known: frozenset[str]) -> dict[str, str]:
    """What short forms and phrases stand for, by their stems, where all of it is known."""
    return {
        " ".join(words.terms(said)): meant
        for forms, meant in phrases.SHORT
        if known.issuperset(words.terms(meant))
        for said in forms.split("; ")
    }


def _help(pages: list[Page], in_order: tuple[str, ...]) -> dict[str, list[int]]:
    """Numbers of the pages to offer where nothing is found, in the order of the menu: pathways, and
    whom to ask."""
    number = {page.uri: number for number, page in enumerate(pages)}
    order = [uri for uri in dict.fromkeys((*in_order, *number)) if uri in number]
    types = {page.uri: page.type for page in pages}
    asked = {posixpath.join(posixpath.dirname(uri), "index.md")
             for uri, kind in types.items() if kind in ("agency", "champions")}  # fmt: skip
    return {
        "pathways": [number[uri] for uri in order if types[uri] == "pathway"],
        "contacts": [number[uri] for uri in order if uri in asked],
    }


def _counted(
    handbook: Handbook, pages: list[Page], units: list[tuple[Unit, ...]]
) -> dict[str, str]:
    """The terms, and for each the names and the places that have it."""
    groups, places = names.read_groups(handbook.glossary), names.by_place(handbook)
    named: dict[str, set[int]] = defaultdict(set)
    said: dict[str, set[int]] = defaultdict(set)
    owners, fields, pages_of = [], [], []
    for page, own in zip(pages, units, strict=True):
        kind = names.kind_of(page, handbook.menu)
        for unit in own:
            number = len(pages_of)
            for field, name in _every_name(page, kind, unit, groups, places):
                for term in name:
                    named[term].add(len(owners))
                owners.append(number)
                fields.append(field)
            for term in _body_terms(unit, groups):
                said[term].add(number)
            pages_of.append(page.uri)
    every = sorted(named.keys() | said.keys())
    return {
        "terms": " ".join(every),
        "named": " ".join(_packed(named[term]) for term in every),
        "said": " ".join(_places(said[term], pages_of) for term in every),
        "owners": _packed(owners),
        "fields": "".join(fields),
    }


def _every_name(
    page: Page, kind: str, unit: Unit, groups: tuple[Group, ...], places: dict[str, Term]
) -> list[tuple[str, tuple[str, ...]]]:
    """(where it stands, terms) of each name of a place, and of what the glossary makes of it."""
    found: dict[tuple[str, ...], str] = {}
    for field, name in names.names_of(page, kind, unit, places):
        listed, _ = _terms_of(name)
        found.setdefault(tuple(listed), field)
        if field in (TITLE, ALSO, HEADING, TERM):
            for other in _others(listed, set(listed), groups):
                found.setdefault(tuple(other), field)
    return [(field, name) for name, field in found.items() if name]


def _body_terms(unit: Unit, groups: tuple[Group, ...]) -> set[str]:
    """The terms of a place, with those of the other names of what it speaks of."""
    listed, numbers = _terms_of(f"{unit.heading} {unit.body}")
    found = {*listed, *numbers}
    found.update(term for other in list(_others(listed, found, groups)) for term in other)
    return found


@lru_cache(maxsize=20_000)  # a preview makes the index again after each save
def _terms_of(text: str) -> tuple[list[str], frozenset[str]]:
    """The terms of a text, and its bare numbers."""
    listed = words.terms(text)
    return listed, frozenset(words.bare_numbers(listed))


def _others(listed: list[str], known: set[str], groups: tuple[Group, ...]) -> Iterator[list[str]]:
    """The listed terms as they would be with other names of what they speak of."""
    for group in groups:
        if not known.isdisjoint(group.firsts):
            yield from group.others(listed)


def _places(numbers: set[int], pages_of: list[str]) -> str:
    """The places of a word, packed; the number of its pages where there are too many."""
    if len(numbers) <= COMMON * len(pages_of):
        return _packed(numbers)
    return "*" + _packed([len({pages_of[number] for number in numbers})])


def _packed(numbers: Iterable[int]) -> str:
    letters, before = [], 0
    for number in sorted(numbers):
        step, before = number - before, number
        digits = chr(ord("A") + step % 26)
        while step := step // 26:
            digits = chr(ord("a") + step % 26) + digits
        letters.append(digits)
    return "".join(letters)
