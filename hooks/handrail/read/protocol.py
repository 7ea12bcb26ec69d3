"""Reads a whole protocol from its pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from handrail.read.diagrams import read_diagrams
from handrail.read.pages import read_page
from handrail.read.registers import read_agencies, read_champions, read_instruments


def read_protocol(sources: Iterable[tuple[str, str, bytes]]) -> dict:
    """Pages, diagrams and registers, as the fields of a `Handbook`.

    Each source is (path from the project's folder, path from the docs folder, the file's bytes).
    """
    pages, champions = [], []
    for source in sorted(sources):
        page = read_page(*source)
        rows, unread = read_champions(page)
        pages.append(replace(page, unread=page.unread + unread))
        champions.extend(rows)
    return {
        "pages": tuple(pages),
        "diagrams": tuple(diagram for page in pages for diagram in read_diagrams(page)),
        "instruments": read_instruments(pages),
        "agencies": read_agencies(pages),
        "champions": tuple(champions),
    }
