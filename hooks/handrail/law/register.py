"""The law of one protocol: its instruments, what they are called, and who cites what."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from handrail.html import Document
from handrail.law import cite
from handrail.law.citing import Citation, read_citations
from handrail.law.keys import Key, read_key
from handrail.law.known import SERIES
from handrail.law.names import Names, make_names, short_names
from handrail.law.provisions import Pinpoint, read_id
from handrail.law.standing import ALL, standings
from handrail.pathway import Diagram
from handrail.records import Instrument


@dataclass(frozen=True)
class Entry:
    """An instrument with what follows from its key."""

    instrument: Instrument
    """The record of its page."""
    key: Key | None
    """Its key; None for guidance, and where the key cannot be read."""

    @property
    def uri(self) -> str:
        """Its page, from the docs folder."""
        return self.instrument.page.uri

    @property
    def title(self) -> str:
        """Its title."""
        return self.instrument.page.title

    @property
    def series(self) -> str:
        """Its further number, such as `NI 2`; empty where it has none."""
        return self.instrument.page.get("series") or SERIES.get(self.instrument.key, "")

    @property
    def name(self) -> str:
        """How OSCOLA cites it."""
        return cite.instrument_name(self.title, self.key, self.series)

    @property
    def link(self) -> str:
        """Where its official text is; empty where nobody said."""
        return cite.official_link(self.key) or self.instrument.page.get("link")

    @property
    def superseded_by(self) -> str:
        """The page of what took its place, from the docs folder; empty where none is named."""
        page = self.instrument.page
        path = page.get("superseded_by").partition("#")[0]
        return posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), path)) if path else ""

    @cached_property
    def pinpoints(self) -> dict[str, Pinpoint]:
        """Its provisions by the ID of their heading."""
        read = ((provision.id, read_id(provision.id)) for provision in self.instrument.provisions)
        return {id: pinpoint for id, pinpoint in read if pinpoint}

    @cached_property
    def _standings(self) -> dict[str, str]:
        return standings(self.instrument.page)

    def standing_of(self, id: str) -> str:
        """Whether the provision of that ID is in force; empty where nobody said."""
        return self._standings.get(id) or self._standings.get(ALL, "")

    def in_words(self, pinpoint: Pinpoint) -> str:
        """A provision as it is written in a sentence."""
        return pinpoint.in_words(dotted=self.key is None)

    def cite(self, pinpoint: Pinpoint) -> str:
        """How OSCOLA cites a provision of it."""
        return cite.citation(self.title, self.key, pinpoint, self.series)

    def official_link(self, pinpoint: Pinpoint) -> str:
        """Where the official text of a provision is; empty where it has no address of its own."""
        return cite.official_link(self.key, pinpoint)


@dataclass(frozen=True)
class Law:
    """Everything that rules and registers ask about the law."""

    entries: Mapping[str, Entry]
    """Instruments by their page, in the order of pages."""
    citations: tuple[Citation, ...]
    """Every link to one of them, in the order of pages and as it stands on each."""
    names: Names
    """What they are called in running text."""

    @cached_property
    def cited(self) -> dict[tuple[str, str], tuple[Citation, ...]]:
        """What relies on each (instrument's page, provision): citations on other pages. The page
        that lists the instruments of a folder does not rely on them."""
        groups: dict[tuple[str, str], list[Citation]] = {}
        for citation in self.citations:
            if citation.page != citation.uri and not _lists(citation):
                groups.setdefault((citation.uri, citation.anchor), []).append(citation)
        return {target: tuple(group) for target, group in groups.items()}

    @cached_property
    def initials(self) -> frozenset[str]:
        """Instruments' names that are abbreviations, such as MHA."""
        return frozenset(name for name in self.names.by_first if name.isupper() and len(name) > 2)

    @cached_property
    def citing_pages(self) -> dict[str, frozenset[str]]:
        """The pages that cite each instrument or a provision of it."""
        pages: dict[str, set[str]] = {}
        for (uri, _), citations in self.cited.items():
            pages.setdefault(uri, set()).update(citation.page for citation in citations)
        return {uri: frozenset(citing) for uri, citing in pages.items()}

    @cached_property
    def on_page(self) -> dict[str, tuple[Citation, ...]]:
        """The citations of each page, in order."""
        groups: dict[str, list[Citation]] = {}
        for citation in self.citations:
            groups.setdefault(citation.page, []).append(citation)
        return {page: tuple(group) for page, group in groups.items()}


def read_law(
    instruments: Iterable[Instrument],
    rendered: Mapping[str, Document],
    diagrams: Iterable[Diagram],
    other_names: Iterable[str] = (),
    folders: bool = True,
) -> Law:
    """The law of a protocol.

    `rendered` are its rendered pages by their path from the docs folder; `other_names` are names of
    other things that hold the name of an instrument; `folders` says whether each page is a folder
    of its own on the site.
    """
    entries = {each.page.uri: Entry(each, read_key(each.key)) for each in instruments}
    known = [
        (name, entry.uri)
        for entry in entries.values()
        for name in short_names(entry.title, _also_called(entry))
    ]
    citations = tuple(read_citations(rendered, diagrams, frozenset(entries), folders))
    return Law(entries, citations, make_names(known, other_names))


def _lists(citation: Citation) -> bool:
    folder, name = posixpath.split(citation.page)
    return name in ("index.md", "README.md") and folder == posixpath.dirname(citation.uri)


def _also_called(entry: Entry) -> tuple[str, ...]:
    field = entry.instrument.page.fields.get("also_called")
    return field.values if field else ()
