"""What the search finds besides a page's own words: what people call things.

Material's search has a field for tags, which it searches with the title and the text. It gets the
words of `also_called` for each page, and the abbreviation, old names and other names of each entry
of the glossary, so that nothing need stand hidden in a page.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from handrail.address import page_address
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.read.glossary import Term


def add_names(site: Path, handbook: Handbook, folders: bool = True) -> None:
    """Put what people call things into the search index of the site in the folder `site`."""
    index = site / "search/search_index.json"
    if index.is_file():
        index.write_text(with_names(index.read_text("utf-8"), handbook, folders), "utf-8")


def with_names(index: str, handbook: Handbook, folders: bool = True) -> str:
    """A search index, as JSON, with what people call each page and each entry of the glossary.

    `folders` says whether each page is a folder of its own on the site.
    """
    data = json.loads(index)
    names = _names(handbook, folders)
    for entry in data.get("docs", ()):
        if entry["location"] in names:
            entry["tags"] = [*entry.get("tags", ()), *names[entry["location"]]]
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _names(handbook: Handbook, folders: bool) -> Mapping[str, list[str]]:
    """By location in the index, the names that are to be found there."""
    by_name = {name: term for term in handbook.glossary.terms for name in _known_as(term)}
    found = {}
    for page in handbook.pages:
        found[page_address(page.uri, folders)] = _of_page(page, by_name)
    for term in handbook.glossary.terms:
        found[f"{page_address(term.uri, folders)}#{term.id}"] = list(_others(term))
    return {location: names for location, names in found.items() if names}


def _of_page(page: Page, by_name: Mapping[str, Term]) -> list[str]:
    """The page's own other names, and those of the terms that its title or other names are."""
    field = page.fields.get("also_called")
    own = field.values if field else ()
    terms = [by_name[name.casefold()] for name in (page.title, *own) if name.casefold() in by_name]
    return _once([*own, *(name for term in terms for name in (term.name, *_others(term)))])


def _known_as(term: Term) -> tuple[str, ...]:
    return tuple(name.casefold() for name in (term.name, term.abbreviation) if name)


def _others(term: Term) -> tuple[str, ...]:
    return tuple(filter(None, (term.abbreviation, *term.old, *term.other)))


def _once(names: Iterable[str]) -> list[str]:
    """The names without repetitions, letter case aside."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(name.casefold(), name)
    return list(found.values())
