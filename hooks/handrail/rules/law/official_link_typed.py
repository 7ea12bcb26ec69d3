"""Official texts are reached through the page of the instrument, never by a typed address.

A typed address goes stale unseen, and /enacted shows the law as it was first passed. The page of an
instrument gives the official link, says whether the law is in force, and when it was checked.
legislation.gov.uk asks for links to /id/{type}/{year}/{number}, which Handrail makes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.address import path_from
from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.law.keys import read_key
from handrail.law.provisions import OFFICIAL
from handrail.law.register import Entry
from handrail.page import Page
from handrail.read.lines import prose_lines

ID = "official-link-typed"
LEVEL = "error"
ACT = ()

_ADDRESS = re.compile(r"(?:https?://|(?<![\w/.])www\.)[^\s<>\"'`)\]|]+", re.IGNORECASE)
_LEGISLATION = re.compile(
    r"(?:https?://)?(?:www\.)?legislation\.gov\.uk/(?P<path>.+)", re.IGNORECASE
)
_OLD = ("enacted", "made")


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each address of an official text, wherever it is typed."""
    by_key = {str(entry.key): entry for entry in handbook.law.entries.values() if entry.key}
    by_link = {_bare(entry.link): entry for entry in by_key.values()} | {
        _bare(entry.link): entry for entry in handbook.law.entries.values() if entry.link
    }
    for page in handbook.pages:
        if "http" in page.text or "www." in page.text:
            for line, column, address in _addresses(page):
                found = _judged(address, page, by_key, by_link)
                if found:
                    yield Fault(page.place(line, column), *found)
    for diagram in handbook.diagrams:
        for step in diagram.steps:
            found = _judged(step.link, handbook.page[diagram.uri], by_key, by_link)
            if found:
                yield Fault(step.place, *found)


def _addresses(page: Page) -> Iterator[tuple[int, int, str]]:
    """(line, column, address) of each address in the text, and of a `link` that a key replaces."""
    link = page.fields.get("link")
    if link and _LEGISLATION.match(link.value):
        yield link.place.line, link.place.column, link.value
    for number, line in prose_lines(page):
        for match in _ADDRESS.finditer(line):
            yield number, match.start() + 1, match.group(0).rstrip(".,;:!?")


def _judged(
    address: str, page: Page, by_key: dict[str, Entry], by_link: dict[str, Entry]
) -> tuple[str, str] | None:
    """(what is wrong, how to mend it); None for an address that may be typed."""
    match = _LEGISLATION.match(address)
    if not match:
        entry = by_link.get(_bare(address))
        if entry is None:
            return None
        message = f'the official link of "{entry.title}" is typed here by hand'
        return message, f"link to {path_from(page.uri, entry.uri)}, which carries it"
    parts = match["path"].partition("#")[0].partition("?")[0].strip("/").split("/")
    parts = parts[1:] if parts[0] == "id" else parts
    key = read_key("/".join(parts[:3]))
    if key is None:
        return _search(address, match["path"])
    what = "shows the law as it was first made" if _is_old(parts) else "is typed by hand"
    message = f'"{address}" {what}'
    entry = by_key.get(str(key))
    if entry and entry.uri == page.uri and page.get("link") == address:
        return message, "remove it: the link follows from the key"
    return message, _help(entry, str(key), parts[3:], page)


def _search(address: str, path: str) -> tuple[str, str] | None:
    """A search by title finds an instrument too; other pages of the site may be linked to."""
    if not re.match(r"(?:id)?\?(?:.*&)?title=", path):
        return None
    help = "link to the page of the instrument in the legislation folder"
    return f'"{address}" is typed by hand', help


def _help(entry: Entry | None, key: str, rest: list[str], page: Page) -> str:
    if entry is None:
        return f"add a page for the instrument, with key: {key}, and link to that"
    anchor = _anchor(rest)
    where = path_from(page.uri, entry.uri)
    if not anchor:
        return f"link to {where}"
    if anchor in entry.pinpoints:
        return f"link to {where}#{anchor}"
    return f"link to {where}#{anchor}, and add a heading with {{#{anchor}}} to that page"


def _anchor(rest: list[str]) -> str:
    """The ID of the provision that an address names; dates, versions and formats are left out."""
    kept: list[str] = []
    for part in rest:
        if part not in OFFICIAL and (not kept or not re.fullmatch(r"[0-9A-Za-z]{1,5}", part)):
            break
        kept.append(part.lower())
    return "-".join(kept)


def _is_old(parts: list[str]) -> bool:
    return any(part in _OLD for part in parts[3:])


def _bare(address: str) -> str:
    """An address without what does not change where it leads."""
    return re.sub(r"^https?://(?:www\.)?", "", address.partition("#")[0].rstrip("/")).lower()
