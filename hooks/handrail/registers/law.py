"""Law: citations and official links on the page of each instrument, who relies on what, and the
register of all.

Citations follow OSCOLA, 4th edition; official links are those that legislation.gov.uk asks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from urllib.parse import urlsplit

from handrail.dates import in_words, read_date
from handrail.handbook import Handbook
from handrail.law.citing import Citation
from handrail.law.provisions import Pinpoint
from handrail.law.register import Entry
from handrail.law.standing import FIELD
from handrail.page import Page
from handrail.registers.addition import Addition
from handrail.registers.markup import link

SHOWN = "law"
"""How a page asks for the register, under `shows` in its front matter."""
UNCHECKED = "To be checked before adoption"
_STANDING = {
    "in force": "In force",
    "partly in force": "Partly in force: find out about each provision before you rely on it",
    "not yet in force": "Not yet in force: it does not apply yet",
    "superseded": "Superseded: do not use it",
    "repealed": "Repealed: it does not apply any more",
}
_PROVISION = _STANDING | {
    "partly in force": "Partly in force: find out which part before you rely on it",
    "to be checked": "To be checked: find out whether it is in force before you rely on it",
}


def add(page: Page, handbook: Handbook) -> Iterator[Addition]:
    """What an instrument's page gets, and the register on a page that asks for it."""
    entry = handbook.law.entries.get(page.uri)
    if entry:
        title = next(handbook.rendered[page.uri].elements("h1"), None)
        yield Addition(_summary(entry, handbook), (title and title.attr("id")) or "")
        for id, pinpoint in entry.pinpoints.items():
            yield Addition(_citation(entry, pinpoint), id)
            below = "\n".join([*_elsewhere(entry, id, handbook), *_relied_on(entry, id, handbook)])
            if below:
                yield Addition(below, id, at_end=True)
    if "shows" in page.fields and SHOWN in page.fields["shows"].values:
        yield Addition(_register(page, handbook))


def _summary(entry: Entry, handbook: Handbook) -> str:
    rows = [
        ("Citation", escape(entry.name)),
        ("Applies in", escape(_listed(entry.instrument.nations))),
        ("Standing", _standing(entry, handbook, entry.instrument.page)),
        ("Last checked", escape(_checked(entry))),
    ]
    if entry.link:
        words = f"{entry.title}: official text on {_host(entry.link)}"
        rows.append(("Official text", _outside(entry.link, words)))
    terms = "\n".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in rows)
    return f'<dl class="hr-law">\n{terms}\n</dl>'


def _standing(entry: Entry, handbook: Handbook, page: Page) -> str:
    """The standing in words, as HTML for `page`, with what has taken the instrument's place."""
    words = escape(_STANDING.get(entry.instrument.standing, entry.instrument.standing))
    successor = handbook.law.entries.get(entry.superseded_by)
    if successor is None:
        return words
    return f"Superseded by {link(page, successor.uri, successor.title)}"


def _checked(entry: Entry) -> str:
    day, by = read_date(entry.instrument.checked), entry.instrument.page.get("checked_by")
    if day is None:
        return UNCHECKED
    return in_words(day) + (f", by {by}" if by else "")


def _citation(entry: Entry, pinpoint: Pinpoint) -> str:
    address = entry.official_link(pinpoint)
    words = f"Official text of {entry.in_words(pinpoint)} on legislation.gov.uk"
    official = f": {_outside(address, words)}" if address else ""
    cited = f'<p class="hr-cite"><span>{escape(entry.cite(pinpoint))}</span>{official}</p>'
    standing = entry.standing_of(pinpoint.id) if FIELD in entry.instrument.page.fields else ""
    if not standing:
        return cited
    kind = "hr-force" if standing == "in force" else "hr-force hr-force--not"
    return f'{cited}\n<p class="{kind}">{escape(_PROVISION.get(standing, standing))}</p>'


def _elsewhere(entry: Entry, id: str, handbook: Handbook) -> Iterator[str]:
    """The same idea in other nations, where a table of ideas says so."""
    page = entry.instrument.page
    for row in handbook.nation_rows:
        here = [cell for cell in row.cells if (entry.uri, id) in (t[:2] for t in cell.targets)]
        if row.is_idea and here:
            others = [
                f"{cell.nation}: {', '.join(_provisions(cell.targets, page, handbook))}"
                for cell in row.cells
                if cell not in here
                and any(uri in handbook.law.entries for uri, _, _ in cell.targets)
            ]
            if others:
                listed = "\n".join(f"<li>{other}</li>" for other in others)
                words = f"The same idea, {escape(row.name)}, in other nations:"
                yield f'<p class="hr-relied">{words}</p>\n<ul class="hr-relied">\n{listed}\n</ul>'


def _provisions(targets: Iterable[tuple], page: Page, handbook: Handbook) -> Iterator[str]:
    for uri, anchor, _ in targets:
        entry = handbook.law.entries.get(uri)
        if entry:
            pinpoint = entry.pinpoints.get(anchor)
            words = entry.cite(pinpoint) if pinpoint else entry.name
            yield link(page, f"{uri}#{anchor}" if anchor else uri, words)


def _relied_on(entry: Entry, id: str, handbook: Handbook) -> Iterator[str]:
    """The pages, and the steps of pathways, that rest on a provision."""
    groups: dict[str, list[Citation]] = {}
    for citation in handbook.law.cited.get((entry.uri, id), ()):
        groups.setdefault(citation.page, []).append(citation)
    if groups:
        items = "\n".join(
            f"<li>{_relying(entry.instrument.page, handbook.page[uri], group)}</li>"
            for uri, group in groups.items()
        )
        words = f"Where this protocol relies on {entry.in_words(entry.pinpoints[id])}:"
        yield (
            f'<div data-search-exclude><p class="hr-relied">{escape(words)}</p>\n'
            f'<ul class="hr-relied">\n{items}\n</ul></div>'
        )


def _relying(page: Page, citing: Page, group: list[Citation]) -> str:
    heading = next((citation.heading for citation in group if citation.heading), "")
    words = link(page, f"{citing.uri}#{heading}" if heading else citing.uri, citing.title)
    steps = list(dict.fromkeys(citation.step for citation in group if citation.step))
    if not steps:
        return words
    return f"{words}, {'step' if len(steps) == 1 else 'steps'}: {escape('; '.join(steps))}"


def _register(page: Page, handbook: Handbook) -> str:
    entries = sorted(handbook.law.entries.values(), key=lambda entry: entry.title.casefold())
    rows = "\n".join(_row(entry, page, handbook) for entry in entries)
    names = ("Law or guidance", "Applies in", "Standing", "Last checked", "Pages that cite it")
    head = "".join(f'<th scope="col">{name}</th>' for name in names)
    return f"""\
<section class="hr-directory" aria-labelledby="register-of-law" data-search-exclude>
<h2 id="register-of-law">Register of law and guidance</h2>
<form class="hr-filter" data-filters="hr-law-register" aria-label="Choose law" hidden></form>
<div class="hr-scroll" tabindex="0" role="group" aria-labelledby="register-of-law">
<table class="hr-register" id="hr-law-register" data-sorts>
<caption>{len(entries)} laws and pieces of guidance, in the order of their titles</caption>
<thead><tr>{head}</tr></thead>
<tbody>
{rows}
</tbody>
</table>
</div>
</section>"""


def _row(entry: Entry, page: Page, handbook: Handbook) -> str:
    standings = (entry.instrument.standing, *_exempt(entry))
    listed = "; ".join(name.capitalize() for name in standings)
    marks = f'data-nation="{escape("; ".join(entry.instrument.nations))}"'
    checked = f' data-order="{escape(entry.instrument.checked)}"'
    return (
        f'<tr {marks} data-standing="{escape(listed)}">'
        f'<th scope="row">{link(page, entry.uri, entry.title)}</th>'
        f"<td>{escape(_listed(entry.instrument.nations))}</td>"
        f"<td>{_short_standing(entry, handbook, page)}</td>"
        f"<td{checked}>{escape(_checked(entry))}</td>"
        f"<td>{len(handbook.law.citing_pages.get(entry.uri, ()))}</td></tr>"
    )


def _short_standing(entry: Entry, handbook: Handbook, page: Page) -> str:
    if entry.superseded_by in handbook.law.entries:
        return _standing(entry, handbook, page)
    exempt = (f"{name.capitalize()}: {', '.join(cited)}" for name, cited in _exempt(entry).items())
    return "<br>".join(map(escape, (entry.instrument.standing.capitalize(), *exempt)))


def _exempt(entry: Entry) -> dict[str, list[str]]:
    """The provisions that do not simply apply, cited in short, by their standing."""
    groups: dict[str, list[str]] = {}
    for id, pinpoint in entry.pinpoints.items():
        standing = entry.standing_of(id)
        if standing not in ("", "in force", entry.instrument.standing):
            groups.setdefault(standing, []).append(pinpoint.short(dotted=entry.key is None))
    return groups


def _outside(address: str, words: str) -> str:
    return f'<a href="{escape(address)}">{escape(words)}</a>'


def _host(address: str) -> str:
    return (urlsplit(address).hostname or address).removeprefix("www.")


def _listed(names: Iterable[str]) -> str:
    """`England, Wales and Scotland`."""
    *first, last = tuple(names) or ("not stated",)
    return f"{', '.join(first)} and {last}" if first else last
