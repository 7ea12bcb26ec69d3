"""What pages and their sections are called, and what kind of page each is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from handrail.handbook import Entry, Handbook
from handrail.page import Page
from handrail.read.glossary import Glossary, Term
from handrail.search.units import STEP, Unit
from handrail.search.words import terms

TITLE, ALSO, HEADING, TERM, STEP_WORDS = "tahgs"
"""Where a name stands: a page's title, its other names, a heading, a term of the glossary, a step
of a pathway."""

_KINDS = {
    "pathway": "Pathway",
    "agency": "Contacts",
    "champions": "Champions",
    "glossary": "Glossary",
}


@dataclass(frozen=True)
class Group:
    """Names of one thing."""

    names: tuple[tuple[str, ...], ...]
    """Each as its terms."""

    @cached_property
    def firsts(self) -> frozenset[str]:
        """The first term of each name."""
        return frozenset(name[0] for name in self.names)

    def others(self, text: list[str]) -> Iterator[list[str]]:
        """`text` with each further name in the place of the one it has; nothing where it has none.
        A longer name counts before a shorter one inside it."""
        for name in sorted(self.names, key=len, reverse=True):
            at = _index(text, name)
            if at >= 0:
                end = at + len(name)
                yield from ([*text[:at], *o, *text[end:]] for o in self.names if o != name)
                return


def kind_of(page: Page, menu: Iterable[Entry]) -> str:
    """What a result says the page is: its type, or the heading of the menu that it stands under."""
    if page.type == "legislation":
        return "Law" if page.get("key") else "Guidance"
    if page.type in _KINDS:
        return _KINDS[page.type]
    if page.title.lower().endswith(" form"):
        return "Form"
    return next((entry.title for entry in menu if entry.entries and _holds(entry, page)), "Page")


def read_groups(glossary: Glossary) -> tuple[Group, ...]:
    """Terms of the glossary with their other names, and abbreviations with what they stand for."""
    lists = [(term.name, *other_names(term)) for term in glossary.terms]
    groups = [tuple(dict.fromkeys(filter(None, (tuple(terms(name)) for name in names))))
              for names in [*lists, *glossary.expansions]]  # fmt: skip
    return tuple(Group(names) for names in dict.fromkeys(groups) if len(names) > 1)


def other_names(term: Term) -> tuple[str, ...]:
    """Abbreviation, old names and other names."""
    return tuple(filter(None, (term.abbreviation, *term.old, *term.other)))


def names_of(
    page: Page, kind: str, unit: Unit, by_place: dict[str, Term]
) -> Iterator[tuple[str, str]]:
    """(where it stands, name) of everything that one place is called."""
    if not unit.id:
        yield TITLE, page.title
        yield TITLE, f"{page.title} {kind}"
        yield from ((ALSO, name) for name in also_called(page))
    elif unit.kind == STEP:
        yield STEP_WORDS, unit.heading
    else:
        term = by_place.get(f"{page.uri}#{unit.id}")
        if term:
            yield from ((TERM, name) for name in (term.name, *other_names(term)))
        else:
            yield HEADING, unit.heading


def also_called(page: Page) -> tuple[str, ...]:
    """The page's other names, as its writer listed them."""
    field = page.fields.get("also_called")
    return field.values if field else ()


def by_place(handbook: Handbook) -> dict[str, Term]:
    """Terms of the glossary by page and anchor."""
    return {f"{term.uri}#{term.id}": term for term in handbook.glossary.terms if term.id}


def _holds(entry: Entry, page: Page) -> bool:
    return entry.uri == page.uri or any(_holds(inner, page) for inner in entry.entries)


def _index(text: list[str], name: tuple[str, ...]) -> int:
    """Where the terms of `name` stand one after the other in `text`; -1 where they do not."""
    width = len(name)
    if not name or name[0] not in text:
        return -1
    starts = range(len(text) - width + 1)
    return next((at for at in starts if tuple(text[at : at + width]) == name), -1)
