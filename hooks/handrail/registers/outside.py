"""The list of all links to other websites, with the pages that use them, for editors."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from urllib.parse import urlsplit

from handrail.handbook import Handbook
from handrail.page import Page
from handrail.registers.addition import Addition
from handrail.registers.markup import link, table

SHOWN = "outside links"
"""How a page asks for the list, under `shows` in its front matter."""


def add(page: Page, handbook: Handbook) -> Iterator[Addition]:
    """The list, on a page that asks for it."""
    if "shows" in page.fields and SHOWN in page.fields["shows"].values:
        yield Addition(_list(page, handbook))


def _list(page: Page, handbook: Handbook) -> str:
    addresses = _addresses(handbook)
    if not addresses:
        return "<p>No page links to another website.</p>"
    groups = groupby(sorted(addresses, key=lambda item: (_site(item), item)), key=_site)
    parts = [
        f"<h3>{escape(site)}</h3>\n"
        + table(
            f"Links to {site}",
            ("Address", "Pages that link to it"),
            [(_outside(address), _pages(page, addresses[address], handbook)) for address in group],
        )
        for site, group in groups
    ]
    return (
        '<section data-no-print data-search-exclude>\n<h2 id="links-by-website">Links, by website'
        "</h2>\n" + "\n".join(parts) + "\n</section>"
    )


def _addresses(handbook: Handbook) -> dict[str, set[str]]:
    """The pages that use each address: in a link, or as the official text of a law."""
    found = {
        address: {use.page for use in uses} for address, uses in handbook.references.outside.items()
    }
    for entry in handbook.law.entries.values():
        if entry.link:
            found.setdefault(entry.link, set()).add(entry.uri)
    return found


def _site(address: str) -> str:
    return (urlsplit(address).hostname or address).removeprefix("www.")


def _outside(address: str) -> str:
    return f'<a href="{escape(address)}">{escape(address)}</a>'


def _pages(page: Page, uris: set[str], handbook: Handbook) -> str:
    links = [link(page, uri, handbook.page[uri].title) for uri in sorted(uris)]
    return "; ".join(links)
