"""Whom to phone: the contacts of the agencies in a pathway, cut down to what a sheet needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from handrail.handbook import Handbook
from handrail.html import Element, words
from handrail.page import Page
from handrail.people import champions_of
from handrail.publish.paper.inlines import set_line, set_text
from handrail.publish.paper.nodes import Inline
from handrail.publish.paper.source import Source
from handrail.records import Agency, Champion

_EMERGENCY = re.compile(r"danger|emergenc|999|crisis", re.IGNORECASE)
_OUT_OF_HOURS = re.compile(r"other time|out of hours|night|weekend|any time", re.IGNORECASE)
_OTHER_WAYS = re.compile(r"text ?relay|textphone|sign language|in writing|e-?mail", re.IGNORECASE)
ADVICE = "Advice for staff"
"""What champions are for."""
_MOST = 3
"""Rows that an agency gets on a sheet, unless the pathway names more of its teams."""
_ADVISERS = 2
"""Champions that an agency gets on a sheet; the site names the others."""


@dataclass(frozen=True)
class Line:
    """One way to reach somebody."""

    when: list[Inline]
    """When to use it."""
    who: list[Inline]
    """Who answers."""
    ways: tuple[list[Inline], ...]
    """Numbers and addresses; none where `who` says it all."""
    adviser: bool = False
    """True for a champion: staff ask them for advice, parents do not. `when` is their hours."""

    @property
    def row(self) -> list[list[Inline]]:
        """A row of a sheet: when to use the contact, the contact."""
        return [self.whenever, reach(self.who, self.ways)]

    @property
    def whenever(self) -> list[Inline]:
        """When to use it where nothing says that it is for advice."""
        if not self.adviser:
            return self.when
        return [f"{ADVICE}, ", *self.when] if self.when else [ADVICE]


def lines_of(
    handbook: Handbook, page: Page, source: Source
) -> list[tuple[Agency, list[Line]]]:
    """Each agency that acts in the page's pathways and can be reached, with the lines of its
    contacts; in an edition for staff its champions follow."""
    champions = {agency.name: group for agency, group in champions_of(page, handbook)}
    found = []
    for agency, acting in agencies_in(handbook, page):
        document = handbook.rendered[agency.page.uri]
        own = Source(document, agency.page.uri, source.links, source.docs)
        advisers = champions.get(agency.name, ())[:_ADVISERS]
        found.append((agency, [*_contact_lines(acting, own), *map(_adviser, advisers)]))
    return [(agency, lines) for agency, lines in found if lines]


def agency_contacts(lines: list[tuple[Agency, list[Line]]]) -> list[dict[str, Any]]:
    """The same as a sheet has it: each agency with its rows."""
    return [{"name": agency.name, "rows": [line.row for line in own]} for agency, own in lines]


def _adviser(champion: Champion) -> Line:
    phone, hours = champion.get("phone"), champion.get("hours")
    ways = (set_text(phone),) if phone else ()
    return Line(set_text(hours) if hours else [], set_text(champion.post), ways, adviser=True)


def reach(who: list[Inline], ways: Iterable[list[Inline]]) -> list[Inline]:
    """Who answers, then the number or address in bold: it is what people look for on paper."""
    return [*who, *(part for way in ways for part in (", ", {"is": "strong", "of": way}))]


def agencies_in(handbook: Handbook, page: Page) -> list[tuple[Agency, tuple[str, ...]]]:
    """The agencies that act in the page's pathways, each with the names they act under."""
    names: dict[str, list[str]] = {}
    for diagram in handbook.diagrams_of(page):
        for actor in diagram.actors:
            agency = handbook.agency_by_name.get(actor.name.casefold())
            if agency and actor.name not in names.setdefault(agency.name, []):
                names[agency.name].append(actor.name)
    known = {agency.name: agency for agency in handbook.agencies}
    return [(known[name], tuple(acting)) for name, acting in names.items()]


def _contact_lines(acting: tuple[str, ...], source: Source) -> list[Line]:
    """Lines of a sheet. `source` is the agency's page. Of a long table come the teams that act in
    the pathway, the front door, and who answers out of hours."""
    rows = list(_rows(source))
    chosen = rows if len(rows) <= _MOST else _choose(rows, acting)
    cells = ([set_line(cell, source) for cell in row] for row in chosen)
    return [_line(*row) for row in cells]


def _line(when: list[Inline], *said: list[Inline]) -> Line:
    who, *ways = filter(None, said)
    return Line(when, who, tuple(ways))


def _rows(source: Source) -> Iterator[list[Element]]:
    """The rows of the contacts table: the first that starts with columns when and contact."""
    for table in source.document.root.select("table"):
        head = [words(cell).casefold() for cell in table.select("th")]
        if head[:2] == ["when", "contact"]:
            for row in table.select("tbody > tr"):
                yield row.select("td")
            return


def _choose(rows: list[list[Element]], acting: tuple[str, ...]) -> list[list[Element]]:
    """Rows for teams that act, then the first in working hours and the first out of hours."""
    usual = [row for row in rows if not _OTHER_WAYS.search(_text(row))]
    calm = [row for row in usual if not _EMERGENCY.search(words(row[0]))] or usual
    late = [row for row in calm if _OUT_OF_HOURS.search(words(row[0]))]
    named = [
        row for row in calm if any(name.casefold() in _text(row).casefold() for name in acting)
    ]
    early = [row for row in calm if row not in late]
    wanted = [*named, *early[:1], *late[:1]]
    return [row for row in usual if row in wanted]


def _text(row: list[Element]) -> str:
    return " ".join(words(cell) for cell in row)
