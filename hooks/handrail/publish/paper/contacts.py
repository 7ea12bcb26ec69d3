"""Whom to phone: the contacts of the agencies in a pathway, cut down to what a sheet needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
_MOST = 3
"""Rows that an agency gets on a sheet, unless the pathway names more of its teams."""
_ADVISERS = 2
"""Champions that an agency gets on a sheet; the site names the others."""


def agency_contacts(handbook: Handbook, page: Page, source: Source) -> list[dict[str, Any]]:
    """Each agency that acts in the page's pathways with the rows of its contacts; in an edition for
    staff its champions follow."""
    champions = {agency.name: group for agency, group in champions_of(page, handbook)}
    found = []
    for agency, acting in agencies_in(handbook, page):
        document = handbook.rendered[agency.page.uri]
        own = Source(document, agency.page.uri, source.links, source.docs)
        advisers = champions.get(agency.name, ())[:_ADVISERS]
        rows = [*contact_rows(acting, own), *map(_adviser, advisers)]
        found.append({"name": agency.name, "rows": rows})
    return [agency for agency in found if agency["rows"]]


def _adviser(champion: Champion) -> list[list[Inline]]:
    """A champion's row: staff ask them for advice, parents do not."""
    when = ", ".join(filter(None, ("Advice for staff", champion.get("hours"))))
    said = [set_text(part) for part in (champion.post, champion.get("phone")) if part]
    return [set_text(when), _reach(said)]


def _reach(said: list[list[Inline]]) -> list[Inline]:
    """Who answers, then the number or address in bold: it is what people look for on paper."""
    who, *ways = filter(None, said)
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


def contact_rows(acting: tuple[str, ...], source: Source) -> list[list[list[Inline]]]:
    """Rows of a sheet: when to use the contact, the contact.

    `source` is the agency's page. Of a long table come the teams that act in the pathway, the
    front door, and who answers out of hours.
    """
    rows = list(_rows(source))
    chosen = rows if len(rows) <= _MOST else _choose(rows, acting)
    return [
        [set_line(row[0], source), _reach([set_line(cell, source) for cell in row[1:]])]
        for row in chosen
    ]


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
