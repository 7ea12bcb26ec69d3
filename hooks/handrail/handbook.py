"""The whole protocol, read and rendered: what rules look at and what is published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from handrail.html import Document
from handrail.link import Link, read_links
from handrail.page import Page
from handrail.pathway import Diagram
from handrail.records import Agency, Champion, Instrument


@dataclass(frozen=True)
class Settings:
    """What `extra.handrail` in `mkdocs.yml` says."""

    organisation: str
    """Who publishes the protocol."""
    edition: str
    """The edition's name, such as `Draft 1`."""
    email_domains: tuple[str, ...]
    """Domains that a champion's work email may have."""
    review_months: int
    """Months after which an instrument or champion must have been checked again."""
    today: date
    """The day the build speaks for. Nothing else in Handrail asks the clock."""


@dataclass(frozen=True)
class Entry:
    """One line of the menu: a page, or a heading with entries below it."""

    title: str
    """The words in the menu."""
    uri: str = ""
    """The page, from the docs folder; empty for a heading."""
    entries: tuple[Entry, ...] = ()
    """What stands below a heading."""


@dataclass(frozen=True)
class Handbook:
    """Everything known about the protocol before anything is published."""

    settings: Settings
    """What the publisher chose."""
    title: str
    """The protocol's name."""
    url: str
    """Where the site will stand, with a slash at the end; empty when unknown."""
    pages: tuple[Page, ...]
    """Every page, in the order of their paths."""
    files: frozenset[str]
    """Everything in the docs folder that a page may link to, from that folder."""
    outside: tuple[str, ...] = ()
    """Files of the docs folder that were not read because they lead out of the project."""
    instruments: tuple[Instrument, ...] = ()
    """Acts, regulations and guidance."""
    agencies: tuple[Agency, ...] = ()
    """Services that signed up."""
    champions: tuple[Champion, ...] = ()
    """Every champion row that could be read."""
    diagrams: tuple[Diagram, ...] = ()
    """Every Mermaid fence, in the order of pages."""
    menu: tuple[Entry, ...] = ()
    """The menu, in reading order."""
    rendered: Mapping[str, Document] = field(default_factory=dict)
    """Rendered pages by `Page.uri`."""

    @cached_property
    def page(self) -> dict[str, Page]:
        """Pages by their path from the docs folder."""
        return {page.uri: page for page in self.pages}

    @cached_property
    def agency_by_name(self) -> dict[str, Agency]:
        """Agencies by every name they bear, in lower case."""
        return {name.casefold(): agency for agency in self.agencies for name in agency.names}

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Links, images and `click` targets that lead, or should lead, inside the protocol."""
        return tuple(read_links(self.rendered, self.diagrams, self.files))

    def diagrams_of(self, page: Page) -> tuple[Diagram, ...]:
        """The Mermaid fences of a page, in order."""
        return self._diagrams.get(page.uri, ())

    @cached_property
    def _diagrams(self) -> dict[str, tuple[Diagram, ...]]:
        groups: dict[str, list[Diagram]] = {}
        for diagram in self.diagrams:
            groups.setdefault(diagram.uri, []).append(diagram)
        return {uri: tuple(group) for uri, group in groups.items()}
