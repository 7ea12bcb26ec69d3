"""What an edition leaves out: in a public one, everything that is meant for staff.

Pages are left out before anything is read of them, so that no list, feed, PDF or search index can
hold what they say.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable
from urllib.parse import quote, unquote

from handrail.address import page_address
from handrail.html import WRITTEN
from handrail.page import Page

PUBLIC = "public"

_LINK = re.compile(
    r"""<a\b(?P<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>(?P<words>.*?)</a>""", re.DOTALL
)
_WRITTEN = re.compile(rf'\b{WRITTEN}="([^"]*)"')
_HREF = re.compile(r"""\shref=["']?([^"'\s>]+)""")


def meant_for_staff(pages: Iterable[Page]) -> frozenset[str]:
    """Paths of the pages that do not say that they are for the public. A page that says nothing, or
    cannot be read, is for staff."""
    return frozenset(page.uri for page in pages if page.get("audience") != PUBLIC)


def unused(files: Iterable[str], pages: Iterable[Page], kept: str) -> frozenset[str]:
    """Those of `files`, paths from the docs folder, that none of the pages names.

    A spreadsheet of champions is not public because a page for staff that links to it is gone.
    `kept` is what else names files: the site's settings.
    """
    text = "\n".join([kept, *(page.text for page in pages)])
    names = {uri: posixpath.basename(uri) for uri in files}
    return frozenset(
        uri for uri, name in names.items() if name not in text and quote(name) not in text
    )


def without(menu: list, left_out: Collection[str]) -> list:
    """A menu as settings have it, without the pages left out and headings with nothing below."""
    kept = []
    for item in menu:
        title, target = next(iter(item.items())) if isinstance(item, dict) else (None, item)
        if isinstance(target, list):
            target = without(target, left_out)
        if target and not (isinstance(target, str) and posixpath.normpath(target) in left_out):
            kept.append(target if title is None else {title: target})
    return kept


def unlinked(html: str, uri: str, left_out: Collection[str], folders: bool = True) -> str:
    """A page's HTML in which links to pages left out are their words alone.

    `uri` is the page's path from the docs folder; `folders` says whether each page is a folder of
    its own on the site.
    """
    if not left_out:
        return html
    addresses = {
        posixpath.normpath(page_address(other, folders) or "."): other for other in left_out
    }
    address = page_address(uri, folders)

    def words(match: re.Match) -> str:
        target = _target(match["attributes"], uri, address, addresses)
        return match["words"] if target in left_out else match.group()

    return _LINK.sub(words, html)


def _target(attributes: str, uri: str, address: str, addresses: dict[str, str]) -> str:
    """The file that a link leads to: by its path where it was written in Markdown, by its address
    where it was written in HTML."""
    written = _WRITTEN.search(attributes)
    if written:
        path = re.split("[#?]", unquote(written[1]))[0]
        return posixpath.normpath(posixpath.join(posixpath.dirname(uri), path)) if path else uri
    raw = _HREF.search(attributes)
    path = re.split("[#?]", unquote(raw[1]))[0] if raw else ""
    there = posixpath.normpath(posixpath.join(posixpath.dirname(address), path))
    return addresses.get(there, "") if path else uri
