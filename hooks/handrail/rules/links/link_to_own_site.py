"""Links to this site are written from page to page.

A link with the site's full address leads out of every preview and out of the public edition, stays
behind when the site moves, and is not found out when its page goes.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.link import Link

ID = "link-to-own-site"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each link that a writer gave this site's own address."""
    site = _split(handbook.url)
    if site is None or not site.hostname:
        return
    served = {_ending_cut(handbook.address(uri)): uri for uri in handbook.files}
    for link in handbook.outside_links:
        parts = None if link.made else _split(link.written)
        if parts and parts.hostname == site.hostname and parts.path.startswith(site.path):
            path = _ending_cut(unquote(parts.path.removeprefix(site.path)))
            uri = served.get(posixpath.normpath(path).removeprefix("."), "")
            anchor = f"#{parts.fragment}" if parts.fragment else ""
            message = f'link to "{link.written}", which is this site\'s own address'
            yield Fault(link.place, message, _help(link, uri, anchor))


def _help(link: Link, uri: str, anchor: str) -> str:
    if not uri:
        return "no page of this site has that address: correct or remove the link"
    return f"write it from this page: {link.relative(uri)}{anchor}"


def _ending_cut(address: str) -> str:
    """An address without what servers add of themselves."""
    return address.removesuffix("index.html").rstrip("/")


def _split(address: str):
    try:
        return urlsplit(address.strip())
    except ValueError:  # the address is no address, which is another rule's to say
        return None
