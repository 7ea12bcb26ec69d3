"""Who refers to whom: a list at the end of pages, and the whole map as data."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial

from handrail.handbook import Handbook
from handrail.page import Page
from handrail.registers.addition import Addition
from handrail.registers.markup import link

MAP = "references.json"
"""Where the map stands on the site."""
_TYPES = ("section", "pathway")
"""Pages that show who refers to them; on the others it would say little."""


MOST = 30
"""A page that more pages refer to is known to all; a list of them would help nobody."""


def add(page: Page, handbook: Handbook) -> Iterator[Addition]:
    """The pages that refer to a section or pathway, folded up, at its end."""
    if page.type not in _TYPES or page.is_index or "shows" in page.fields:
        return
    sources = handbook.references.to.get(page.uri, ())
    if 0 < len(sources) <= MOST:
        links = [link(page, uri, handbook.page[uri].title) for uri in sources]
        items = "\n".join(f"<li>{words}</li>" for words in links)
        count = f"{len(sources)} page" + ("" if len(sources) == 1 else "s")
        yield Addition(
            '<details class="hr-referred no-print" data-search-exclude>\n'
            f"<summary>Referred to from {count}</summary>\n<ul>\n{items}\n</ul>\n</details>"
        )


def files(handbook: Handbook) -> Iterator[tuple[str, Callable[[], str]]]:
    """The map of references."""
    yield MAP, partial(as_json, handbook)


def as_json(handbook: Handbook) -> str:
    """Every page with what it refers to, what refers to it, and where it leads outside.

    `{"version": 1, "pages": [{"uri", "url", "title", "refers_to": [{"uri", "anchor", "line"}],
    "referred_to_from": [uri], "outside": [address]}]}`. Lines are those of the Markdown file.
    """
    outside: dict[str, set[str]] = {}
    for address, uses in handbook.references.outside.items():
        for use in uses:
            outside.setdefault(use.page, set()).add(address)
    pages = [_entry(page, handbook, outside) for page in handbook.pages]
    return json.dumps({"version": 1, "pages": pages}, indent=1, ensure_ascii=False) + "\n"


def _entry(page: Page, handbook: Handbook, outside: dict[str, set[str]]) -> dict[str, object]:
    references = handbook.references
    return {
        "uri": page.uri,
        "url": handbook.url + handbook.address(page.uri),
        "title": page.title,
        "refers_to": [
            {"uri": use.uri, "anchor": use.anchor, "line": use.place.line}
            for use in references.of.get(page.uri, ())
        ],
        "referred_to_from": list(references.to.get(page.uri, ())),
        "outside": sorted(outside.get(page.uri, ())),
    }
