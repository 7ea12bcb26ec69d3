"""The whole protocol, read and rendered: what rules look at and what is published."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from handrail.address import page_address, relative_address
from handrail.audit import Audit
from handrail.html import Document
from handrail.law.names import Named
from handrail.law.register import Law, read_law
from handrail.link import Link, read_links
from handrail.menu import Entry, MenuLine
from handrail.page import Page
from handrail.pathway import Diagram
from handrail.printing import Printing
from handrail.read.concepts import NationRow, read_nation_rows
from handrail.read.definitions import Definitions, read_definitions
from handrail.read.glossary import Glossary, read_glossary
from handrail.read.prose import Prose, read_prose
from handrail.records import (
    Agency,
    Champion,
    ChampionTable,
    Change,
    Contact,
    Instrument,
    Signature,
)
from handrail.references import References, group_links


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
    audience: str = "staff"
    """Whom this edition is for: `staff`, or `public`, which has nothing that is meant for staff."""
    owners: Mapping[str, str] = field(default_factory=dict)
    """Who answers for a page on the code host, by role: `@name`, `@team` or an email address."""
    printing: Printing = field(default_factory=Printing)
    """How PDFs are to look, and which there are."""
    report: Mapping[str, str] = field(default_factory=dict)
    """Where readers report a problem, for `staff` and `public`: an email address or a form."""
    servers: tuple[str, ...] = ()
    """The web servers whose settings are written with the site."""
    offline: bool = False
    """True where the site is also made an archive, for use without a network."""
    release: bool = False
    """True where the check must refuse what a draft may still have open."""


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
    folders: bool = True
    """True where each page is a folder of its own on the site, as is usual; False where it is a
    file."""
    made: frozenset[str] = frozenset()
    """Files that the build itself adds to the site, such as PDFs and feeds, from the site's
    root."""
    outside: tuple[str, ...] = ()
    """Files of the docs folder that were not read because they lead out of the project."""
    instruments: tuple[Instrument, ...] = ()
    """Acts, regulations and guidance."""
    agencies: tuple[Agency, ...] = ()
    """Services that signed up."""
    signatures: tuple[Signature, ...] = ()
    """Every row of every sign-off table."""
    changes: tuple[Change, ...] = ()
    """Every note of a change, the newest first."""
    contacts: tuple[Contact, ...] = ()
    """Every row of every table of contacts."""
    champions: tuple[Champion, ...] = ()
    """Every champion row that could be read."""
    champion_tables: tuple[ChampionTable, ...] = ()
    """The heads of the tables that champions stand in."""
    diagrams: tuple[Diagram, ...] = ()
    """Every Mermaid fence, in the order of pages."""
    menu: tuple[Entry, ...] = ()
    """The menu, in reading order."""
    menu_lines: tuple[MenuLine, ...] = ()
    """The lines of the menu as the settings have them; none where the program makes the menu."""
    not_in_menu: frozenset[str] = frozenset()
    """Pages that the settings leave out of the menu on purpose."""
    said: tuple[str, ...] = ()
    """What the running program itself says of links and of the menu."""
    named_files: tuple[MenuLine, ...] = ()
    """Style sheets, scripts and pictures that the settings name."""
    rendered: Mapping[str, Document] = field(default_factory=dict)
    """Rendered pages by `Page.uri`."""
    withheld: frozenset[str] = frozenset()
    """Pages that this edition leaves out because they are not for its readers, by their path from
    the docs folder. They are in `files` and nowhere else."""
    characters: frozenset[int] = frozenset()
    """Every character that the print fonts have; none where they are not known."""
    broken_pictures: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """What is wrong with picture files and how to mend it, by path from the docs folder."""
    audit: Audit = field(default_factory=Audit)
    """What was measured when the published site was last examined."""
    since: str = ""
    """The edition that changes are compared with, as git calls it; empty where none."""
    before: Mapping[str, Page] = field(default_factory=dict)
    """Pages that changed or went since that edition, as they were then, by `Page.uri`."""
    anchors_before: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The places within those pages that could be linked to, by `Page.uri`."""
    pages_before: frozenset[str] = frozenset()
    """Every page of that edition, from the docs folder."""
    menu_before: tuple[Entry, ...] = ()
    """The menu of that edition; none where its settings had none."""
    files_before: frozenset[str] = frozenset()
    """Other files that went since that edition, from the docs folder."""

    def address(self, uri: str) -> str:
        """Where a file of the docs folder stands below the site's own address."""
        return page_address(uri, self.folders)

    def way(self, source: str, target: str) -> str:
        """The way in a browser from the page `source` to `target`, which may have an anchor."""
        return relative_address(source, target, self.folders)

    @cached_property
    def page(self) -> dict[str, Page]:
        """Pages by their path from the docs folder."""
        return {page.uri: page for page in self.pages}

    @cached_property
    def agency_by_name(self) -> dict[str, Agency]:
        """Agencies by every name they bear, in lower case."""
        return {name.casefold(): agency for agency in self.agencies for name in agency.names}

    @cached_property
    def agency_of(self) -> dict[str, Agency]:
        """Agencies by the page that lists their champions."""
        agencies = {agency.page.uri: agency for agency in self.agencies}
        found = {}
        for page in self.pages:
            if page.type == "champions":
                path = posixpath.join(posixpath.dirname(page.uri), page.get("agency"))
                found[page.uri] = agencies.get(posixpath.normpath(path))
        return {uri: agency for uri, agency in found.items() if agency}

    @cached_property
    def in_order(self) -> tuple[str, ...]:
        """Pages of the menu, from the docs folder, in reading order."""

        def pages(entries: tuple[Entry, ...]) -> Iterator[str]:
            for entry in entries:
                if entry.uri:
                    yield entry.uri
                yield from pages(entry.entries)

        return tuple(pages(self.menu))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Links, images and `click` targets that lead, or should lead, inside the protocol."""
        return tuple(link for link in self._all_links if link.uri)

    @cached_property
    def outside_links(self) -> tuple[Link, ...]:
        """Links to other sites, to mail addresses and to phone numbers."""
        return tuple(link for link in self._all_links if not link.uri)

    @cached_property
    def _all_links(self) -> tuple[Link, ...]:
        return tuple(read_links(self.rendered, self.diagrams, self.files | self.made, self.folders))

    @cached_property
    def references(self) -> References:
        """Who refers to whom."""
        order = [uri for uri in dict.fromkeys((*self.in_order, *self.page)) if uri in self.page]
        return group_links(self.links, self.outside_links, order)

    @cached_property
    def moved(self) -> dict[str, str]:
        """Where pages are now, from the docs folder, by the paths they had before."""
        return {
            old: page.uri
            for page in self.pages
            for old in (page.fields["old_paths"].values if "old_paths" in page.fields else ())
        }

    @cached_property
    def prose(self) -> dict[str, Prose]:
        """The running text of pages by their path from the docs folder."""
        return {page.uri: read_prose(page) for page in self.pages}

    @cached_property
    def definitions(self) -> dict[str, Definitions]:
        """Footnotes and link definitions of pages by their path from the docs folder."""
        return {page.uri: read_definitions(page) for page in self.pages}

    @cached_property
    def glossary(self) -> Glossary:
        """Terms, abbreviations and old names."""
        return read_glossary(read_prose(page) for page in self.pages if page.type == "glossary")

    @cached_property
    def nation_rows(self) -> tuple[NationRow, ...]:
        """The rows of tables that have a column for each nation."""
        return tuple(read_nation_rows(self.pages))

    @cached_property
    def law(self) -> Law:
        """Instruments, what they are called, and who cites what."""
        titles = [page.title for page in self.pages if page.type != "legislation"]
        others = [*titles, *(term.name for term in self.glossary.terms)]
        return read_law(self.instruments, self.rendered, self.diagrams, others, self.folders)

    @cached_property
    def named(self) -> dict[str, tuple[Named, ...]]:
        """Where the running text of each page names an instrument that has a page."""
        names = self.law.names
        return {
            uri: () if names.firsts.isdisjoint(prose.vocabulary) else tuple(names.find(prose.text))
            for uri, prose in self.prose.items()
        }

    def diagrams_of(self, page: Page) -> tuple[Diagram, ...]:
        """The Mermaid fences of a page, in order."""
        return self._diagrams.get(page.uri, ())

    @cached_property
    def _diagrams(self) -> dict[str, tuple[Diagram, ...]]:
        groups: dict[str, list[Diagram]] = {}
        for diagram in self.diagrams:
            groups.setdefault(diagram.uri, []).append(diagram)
        return {uri: tuple(group) for uri, group in groups.items()}
