"""Reads a whole protocol from its pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from handrail.read.changes import read_changes
from handrail.read.diagrams import read_diagrams
from handrail.read.pages import read_page
from handrail.read.registers import (
    read_agencies,
    read_champion_tables,
    read_champions,
    read_contacts,
    read_instruments,
    read_signatures,
)


def read_protocol(sources: Iterable[tuple[str, str, bytes]]) -> dict:
    """Pages, diagrams and registers, as the fields of a `Handbook`.

    Each source is (path from the project's folder, path from the docs folder, the file's bytes).
    """
    parts = [_read_one(*source) for source in sorted(sources)]
    protocol = {name: tuple(item for part in parts for item in part[name]) for name in _PARTS}
    newest_first = sorted(protocol["changes"], key=lambda change: change.day, reverse=True)
    return protocol | {"changes": tuple(newest_first)}


_PARTS = (
    "pages", "diagrams", "instruments", "agencies", "signatures", "changes", "contacts",
    "champions", "champion_tables",
)  # fmt: skip


@lru_cache(maxsize=5000)  # a preview reads every page again at each save
def _read_one(path: str, uri: str, data: bytes) -> dict[str, tuple]:
    """What one page holds."""
    page = read_page(path, uri, data)
    champions, unread = read_champions(page)
    changes, wrong = read_changes(page)
    if unread or wrong:
        page = replace(page, unread=page.unread + unread + wrong)
    return {
        "pages": (page,),
        "diagrams": read_diagrams(page),
        "instruments": read_instruments([page]),
        "agencies": read_agencies([page]),
        "signatures": tuple(read_signatures(page)),
        "changes": tuple(changes),
        "contacts": tuple(read_contacts(page)),
        "champions": tuple(champions),
        "champion_tables": tuple(read_champion_tables(page)),
    }
