"""Every link inside the protocol leads to a page or file that exists.

A link to nowhere leaves a worker with a family in front of them and no next step. Capitals count:
what opens on a writer's own computer may not open on the web server.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import unquote

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.link import Link
from handrail.rules.links.suggest import likely_file

ID = "link-broken"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each link or image whose file is not in the docs folder and that the build
    does not make."""
    known = handbook.files | handbook.made
    broken = [k for k in handbook.links if not k.leaves and k.uri not in known and k.written]
    pages = Counter(uri for uri, _ in {(link.uri, link.page) for link in broken})
    for link in broken:
        message = f'link to "{link.written}", which does not exist'
        yield Fault(link.place, message, _help(link, pages[link.uri], handbook))


def _help(link: Link, pages: int, handbook: Handbook) -> str:
    """How to mend a link to a file that is missing, and that so many pages link to."""
    if link.raw and _as_file(link) in handbook.files | handbook.made:
        return "write it in Markdown, with the path of the file from this page: [words](page.md)"
    if link.written.startswith("www."):
        return f"for a link to another site, begin with https://{link.written}"
    if re.fullmatch(r"[^/@\s]+@[^/@\s]+", link.written):
        return f"for a link to an email address, write mailto:{link.written}"
    near = likely_file(link, handbook)
    if not near:
        return "correct or remove the link"
    capitals = " Capitals count on a web server" if near.casefold() == link.uri.casefold() else ""
    document = handbook.rendered.get(near)
    known = document is not None and link.anchor in document.anchors
    part = f"#{link.anchor}" if link.anchor and known else ""
    gone = " If the page is gone on purpose, remove the link" if pages > 1 and not capitals else ""
    return f"did you mean {_way(link, near, handbook)}{part}?{capitals}{gone}"


def _as_file(link: Link) -> str:
    """The file that a link in HTML would lead to if it were written in Markdown."""
    path = unquote(link.written.partition("#")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(link.page), path))


def _way(link: Link, uri: str, handbook: Handbook) -> str:
    return handbook.way(link.page, uri) if link.raw else link.relative(uri)
