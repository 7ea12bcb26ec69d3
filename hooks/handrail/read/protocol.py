"""Reads a whole protocol from its pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

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
    pages, champions, changes = [], [], []
    for source in sorted(sources):
        page = read_page(*source)
        rows, unread = read_champions(page)
        notes, wrong = read_changes(page)
        pages.append(replace(page, unread=page.unread + unread + wrong))
        champions.extend(rows)
        changes.extend(notes)
    return {
        "pages": tuple(pages),
        "diagrams": tuple(diagram for page in pages for diagram in read_diagrams(page)),
        "instruments": read_instruments(pages),
        "agencies": read_agencies(pages),
        "signatures": tuple(signature for page in pages for signature in read_signatures(page)),
        "changes": tuple(sorted(changes, key=lambda change: change.day, reverse=True)),
        "contacts": tuple(contact for page in pages for contact in read_contacts(page)),
        "champions": tuple(champions),
        "champion_tables": tuple(table for page in pages for table in read_champion_tables(page)),
    }
