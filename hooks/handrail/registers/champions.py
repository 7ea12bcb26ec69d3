"""Champions: the directory of all, the files of contacts, and those of each pathway."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from functools import partial
from html import escape

from handrail.dates import in_words, read_date
from handrail.handbook import Handbook
from handrail.mail import is_address
from handrail.page import Page
from handrail.people import champions_of
from handrail.phones import find_phones
from handrail.records import Agency, Champion, listed
from handrail.registers.addition import Addition
from handrail.registers.choices import Choices, Values
from handrail.registers.contact_files import as_csv, as_vcards
from handrail.registers.markup import link

SHOWN = "champions"
"""How a page asks for the directory, under `shows` in its front matter."""
WHOLE_AREA = "whole area"
"""What stands under Area for a champion whom everybody may ask, wherever they work."""
STYLE = "champions.css"
"""What narrows the directory without a script, beside the page that shows it."""
MOST = 10
"""Champions that an agency gets on a pathway's page; the link below leads to the others."""


def add(page: Page, handbook: Handbook) -> Iterator[Addition]:
    """The directory on a page that asks for it, and on a pathway its own champions."""
    if handbook.champions and _shows(page):
        yield Addition(_directory(page, handbook))
    if page.type == "pathway":
        groups = champions_of(page, handbook)
        if groups:
            yield Addition(_advisers(page, groups))


def files(handbook: Handbook) -> Iterator[tuple[str, Callable[[], str]]]:
    """The files of contacts, beside the page that shows the directory."""
    if handbook.champions:
        for page in handbook.pages:
            if _shows(page):
                folder = posixpath.dirname(page.uri)
                yield posixpath.join(folder, "champions.vcf"), partial(as_vcards, handbook)
                yield posixpath.join(folder, "champions.csv"), partial(as_csv, handbook)
                yield posixpath.join(folder, STYLE), lambda: _choices(handbook).style()


def _shows(page: Page) -> bool:
    return "shows" in page.fields and SHOWN in page.fields["shows"].values


def _directory(page: Page, handbook: Handbook) -> str:
    style = posixpath.join(posixpath.dirname(page.uri), STYLE)
    choices = _choices(handbook)
    values = _values(handbook)
    rows = "\n".join(
        _row(champion, page, handbook, own, choices.signs(own))
        for champion, own in zip(handbook.champions, values, strict=True)
    )
    return f"""\
<section class="hr-directory" aria-labelledby="all-champions" data-search-exclude data-no-print>
<h2 id="all-champions">All champions</h2>
<p>{_counted(len(handbook.champions), "champion")}.</p>
<ul class="hr-downloads">
{_download(page, handbook, "vcf", "Contacts for a phone or mail program (vCard", as_vcards)}
{_download(page, handbook, "csv", "Contacts for a spreadsheet (CSV", as_csv)}
</ul>
<form class="hr-filter" data-filters="hr-champions" aria-label="Choose champions" hidden></form>
{choices.form("Choose champions", handbook.way(page.uri, style))}
<div class="hr-scroll" tabindex="0" role="group" aria-labelledby="all-champions">
<table class="hr-champions" id="hr-champions">
<thead><tr><th scope="col">Champion</th><th scope="col">Topics</th><th scope="col">Contact</th>\
<th scope="col">Languages</th></tr></thead>
<tbody>
{rows}
</tbody>
</table>
</div>
</section>"""


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _download(page: Page, handbook: Handbook, ending: str, words: str, make) -> str:
    file = posixpath.join(posixpath.dirname(page.uri), f"champions.{ending}")
    size = max(1, round(len(make(handbook).encode()) / 1024))
    return f"<li>{link(page, file, f'{words}, {size} KB)', 'download')}</li>"


def _choices(handbook: Handbook) -> Choices:
    return Choices(_values(handbook))


def _values(handbook: Handbook) -> list[Values]:
    """What each champion can be chosen by, in the order of champions."""
    areas = sorted({area for champion in handbook.champions for area in _areas(champion)})
    return [_value(champion, handbook, areas) for champion in handbook.champions]


def _value(champion: Champion, handbook: Handbook, areas: list[str]) -> Values:
    agency = handbook.agency_of.get(champion.page.uri)
    everywhere = WHOLE_AREA in champion.get("area").casefold()
    return {
        "agency": [agency.name if agency else ""],
        "team": [champion.get("team")],
        "area": areas if everywhere else _areas(champion),
        # Written in a list, only the first begins with a capital: they are the same topics.
        "topic": [topic[:1].upper() + topic[1:] for topic in champion.topics],
        "language": champion.languages,
    }


def _row(champion: Champion, page: Page, handbook: Handbook, values: Values, signs: str) -> str:
    agency = handbook.agency_of.get(champion.page.uri)
    where = link(page, agency.page.uri, agency.name) if agency else ""
    marks = "".join(f' data-{key}="{escape("; ".join(items))}"' for key, items in values.items())
    marks += f' data-is="{signs}"'
    lines = filter(None, [escape(champion.get("team")), where, escape(champion.get("area"))])
    return (
        f'<tr{marks}><th scope="row">{escape(champion.post)}'
        f'<span class="hr-of">{", ".join(lines)}</span></th>'
        f"<td>{escape(champion.get('topics'))}</td><td>{_contact(champion)}</td>"
        f"<td>{escape(champion.get('languages'))}</td></tr>"
    )


def _areas(champion: Champion) -> tuple[str, ...]:
    """The areas of a champion: `North and south` are two; the whole area is none of its own."""
    items = [part for item in listed(champion.get("area")) for part in item.split(" and ")]
    named = [item.strip() for item in items if item.strip().casefold() != WHOLE_AREA]
    return tuple(item[:1].upper() + item[1:] for item in named)


def _contact(champion: Champion) -> str:
    deputy, asked = champion.get("deputy"), read_date(champion.get("last confirmed"))
    parts = [
        _phone(champion),
        _email(champion),
        escape(champion.get("hours")),
        f"Deputy: {escape(deputy)}" if deputy else "",
        f"Confirmed {in_words(asked)}" if asked else "",
    ]
    return "<br>".join(filter(None, parts))


def _phone(champion: Champion) -> str:
    """The Phone cell with each number as a link that says whose it is."""
    cell, done, parts = champion.get("phone"), 0, []
    for phone in find_phones(cell):
        label = escape(f"{phone.written}, phone {champion.post}")
        parts.append(escape(cell[done : phone.start]))
        parts.append(
            f'<a href="tel:{escape(phone.dial)}" aria-label="{label}">{escape(phone.written)}</a>'
        )
        done = phone.start + len(phone.written)
    return "".join([*parts, escape(cell[done:])])


def _email(champion: Champion) -> str:
    address = champion.get("email")
    if not is_address(address):
        return escape(address)
    label = escape(f"{address}, write to {champion.post}")
    name, _, host = escape(address).rpartition("@")
    words = f"{name}<wbr>@{host}"  # where a narrow column may break it
    return f'<a href="mailto:{escape(address)}" aria-label="{label}">{words}</a>'


def _advisers(page: Page, groups: list[tuple[Agency, tuple[Champion, ...]]]) -> str:
    rows = [
        f'<tr><th scope="row">{escape(champion.post)}</th><td>{escape(agency.name)}</td>'
        f"<td>{escape(champion.get('topics'))}</td><td>{_contact(champion)}</td></tr>"
        for agency, champions in groups
        for champion in champions[:MOST]
    ]
    more = [
        f"<p>{link(page, champions[0].page.uri, f'All champions of {agency.name}')}: "
        f"{len(champions) - MOST} more.</p>"
        for agency, champions in groups
        if len(champions) > MOST
    ]
    return "\n".join(
        [
            '<section class="hr-advisers" aria-labelledby="champions-to-ask" data-search-exclude>',
            '<h2 id="champions-to-ask">Champions to ask</h2>',
            "<p>They advise colleagues on this pathway. They do not take over the case.</p>",
            '<div class="hr-scroll" tabindex="0" role="group" aria-labelledby="champions-to-ask">',
            '<table class="hr-champions">',
            '<thead><tr><th scope="col">Champion</th><th scope="col">Agency</th>'
            '<th scope="col">Topics</th><th scope="col">Contact</th></tr></thead>',
            "<tbody>",
            *rows,
            "</tbody></table></div>",
            *more,
            "</section>",
        ]
    )
