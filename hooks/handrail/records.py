"""The registers: law, agencies and champions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from handrail.finding import Place
from handrail.page import Page


@dataclass(frozen=True)
class Provision:
    """One heading of an instrument's page that can be cited."""

    id: str
    """The heading's permanent ID, such as `section-47`."""
    heading: str
    """The heading's words."""
    place: Place
    """Where the heading stands."""


@dataclass(frozen=True)
class Instrument:
    """An Act, regulations or guidance."""

    page: Page
    """The page that describes it."""
    key: str
    """`ukpga/1989/41` on legislation.gov.uk; empty for guidance that is published elsewhere."""
    nations: tuple[str, ...]
    """Where it applies: `England`, `Wales`, `Scotland`, `Northern Ireland`."""
    standing: str
    """`in force`, `partly in force`, `not yet in force`, `superseded` or `repealed`."""
    checked: str
    """Date of the last check, or empty: to be checked before the protocol is adopted."""
    provisions: tuple[Provision, ...]
    """In the order of the page."""


@dataclass(frozen=True)
class Contact:
    """One row of a table of contacts: the columns When, Contact and, mostly, How."""

    place: Place
    """Where the row starts."""
    cells: tuple[str, ...]
    """Its cells as plain words."""
    columns: tuple[int, ...]
    """1-based column in the line at which each cell starts."""

    @property
    def when(self) -> str:
        """When to use it."""
        return self.cells[0]

    @property
    def words(self) -> str:
        """The whole row."""
        return " | ".join(self.cells)


@dataclass(frozen=True)
class Agency:
    """A service that has a part in the protocol: it signed, it trains, or it supports families."""

    page: Page
    """The page that describes it."""
    name: str
    """The page's title."""
    also_called: tuple[str, ...]
    """Other names that pathways and readers use for it."""
    contacts: tuple[Contact, ...]
    """The rows of the page's contacts table."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name a pathway may use for it."""
        return (self.name, *self.also_called)

    @property
    def kind(self) -> str:
        """`signatory`, `partner`, `training`, `support group` or `everyone`."""
        return self.page.get("kind", "signatory")


@dataclass(frozen=True)
class Signature:
    """One row of a sign-off table: the columns Agency and Role that signs."""

    place: Place
    """Where the row starts."""
    agency: str
    """The agency's name."""
    role: str
    """The role that signs for it."""


@dataclass(frozen=True)
class Change:
    """One note of what changed on a page: an item of `changes` in its front matter."""

    page: Page
    """The page that changed."""
    place: Place
    """Where the note stands."""
    day: date
    """When it changed."""
    words: str
    """What changed."""


@dataclass(frozen=True)
class ChampionTable:
    """The head of a table of champions."""

    page: Page
    """The page of the table."""
    place: Place
    """Where the head starts."""
    names: tuple[str, ...]
    """What its columns are called, as plain words."""
    columns: tuple[int, ...]
    """1-based column in the line at which each name starts."""


@dataclass(frozen=True)
class Champion:
    """One row of a champion table."""

    page: Page
    """The page of the table."""
    place: Place
    """Where the row starts."""
    cells: tuple[tuple[str, str], ...]
    """(column, value) in the order of the table; column names in lower case, values as plain
    words."""
    columns: tuple[int, ...] = ()
    """1-based column in the line at which each cell starts."""

    def get(self, column: str) -> str:
        """The cell under `column`; empty where the table has no such column."""
        return dict(self.cells).get(column, "")

    def place_of(self, column: str) -> Place:
        """Where the cell under `column` stands; the start of the row where there is none."""
        for (name, _), at in zip(self.cells, self.columns, strict=False):
            if name == column:
                return Place(self.place.path, self.place.line, at)
        return self.place

    @property
    def post(self) -> str:
        """The post, or the name where the table lists names."""
        return self.get("post") or self.get("name")

    @property
    def topics(self) -> tuple[str, ...]:
        """What the champion advises on."""
        return listed(self.get("topics"))

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages spoken or signed."""
        return listed(self.get("languages"))


def listed(cell: str) -> tuple[str, ...]:
    """The items of a cell, which commas or semicolons divide."""
    return tuple(item.strip() for item in re.split("[,;]", cell) if item.strip())
