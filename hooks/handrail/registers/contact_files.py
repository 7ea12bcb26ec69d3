"""Champions as files for phones, mail programs and spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

from handrail.handbook import Handbook
from handrail.mail import is_address
from handrail.phones import find_phones
from handrail.records import Champion
from handrail.registers.lines import escape_text, fold

COLUMNS = (
    "team", "area", "topics", "phone", "email", "hours", "deputy", "languages", "last confirmed",
)  # fmt: skip
"""Columns of the spreadsheet after the agency and the post. Consent is nobody else's business."""


def as_vcards(handbook: Handbook) -> str:
    """Every champion as a contact card, vCard 4.0 (RFC 6350)."""
    cards = (line for champion in handbook.champions for line in _card(champion, handbook))
    return fold(cards)


def as_csv(handbook: Handbook) -> str:
    """Every champion as a row (RFC 4180), with a mark at the start that tells Excel it is UTF-8.

    A cell that a spreadsheet would run as a formula gets an apostrophe before it, as OWASP advises
    against CSV injection.
    """
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow(["Agency", "Post", *(name.capitalize() for name in COLUMNS)])
    for champion in handbook.champions:
        cells = [champion.get(name) for name in COLUMNS]
        writer.writerow(map(_harmless, [_agency(champion, handbook), champion.post, *cells]))
    return "\ufeff" + text.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _agency(champion: Champion, handbook: Handbook) -> str:
    agency = handbook.agency_of.get(champion.page.uri)
    return agency.name if agency else ""


def _card(champion: Champion, handbook: Handbook) -> Iterator[str]:
    organisation = [_agency(champion, handbook), champion.get("team")]
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield f"UID:{uuid5(NAMESPACE_URL, f'{handbook.url}{champion.page.uri}#{champion.post}').urn}"
    yield f"FN:{escape_text(champion.post or champion.get('team') or 'Champion')}"
    if any(organisation):
        yield f"ORG:{';'.join(map(escape_text, organisation))}"
    for phone in find_phones(champion.get("phone")):
        kind = "textphone" if phone.relay else "cell" if phone.mobile else "voice"
        yield f'TEL;VALUE=uri;TYPE="{kind},work":tel:{phone.dial}'
    if is_address(champion.get("email")):
        yield f"EMAIL;TYPE=work:{escape_text(champion.get('email'))}"
    yield f"CATEGORIES:{escape_text(handbook.title)}"
    yield f"NOTE:{escape_text(_note(champion))}"
    yield "END:VCARD"


def _note(champion: Champion) -> str:
    columns = ("area", "topics", "hours", "deputy", "languages", "last confirmed")
    said = ((name.capitalize(), champion.get(name)) for name in columns)
    return "\n".join(f"{name}: {value}" for name, value in said if value)
