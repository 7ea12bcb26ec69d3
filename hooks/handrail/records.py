"""The registers: law, agencies and champions."""

from __future__ import annotations

from dataclasses import dataclass

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
    """`in force`, `partly in force`, `not yet in force`, `superseded`."""
    checked: str
    """Date of the last check, or empty: to be checked before the protocol is adopted."""
    provisions: tuple[Provision, ...]
    """In the order of the page."""


@dataclass(frozen=True)
class Agency:
    """A service that has signed up to the protocol."""

    page: Page
    """The page that describes it."""
    name: str
    """The page's title."""
    also_called: tuple[str, ...]
    """Other names that pathways and readers use for it."""
    contacts: tuple[tuple[str, str], ...]
    """(when to use it, number or address), from the page's contacts table."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name a pathway may use for it."""
        return (self.name, *self.also_called)


@dataclass(frozen=True)
class Champion:
    """One row of a champion table."""

    page: Page
    """The page of the table."""
    place: Place
    """Where the row starts."""
    cells: tuple[tuple[str, str], ...]
    """(column, value) in the order of the table; column names in lower case."""

    def get(self, column: str) -> str:
        """The cell under `column`; empty where the table has no such column."""
        return dict(self.cells).get(column, "")
