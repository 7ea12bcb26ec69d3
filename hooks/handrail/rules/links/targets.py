"""Finds the links of rendered pages that should lead inside the protocol."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from handrail.finding import Place
from handrail.handbook import Handbook
from handrail.html import WRITTEN

_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


@dataclass(frozen=True)
class Link:
    """A link or image, as written."""

    place: Place
    """Where it stands."""
    page: str
    """The page it stands on, from the docs folder."""
    written: str
    """Its target as written."""
    uri: str
    """The file it leads to, from the docs folder; the page itself for a bare `#anchor`."""
    anchor: str
    """What stands after #; empty where nothing."""

    @property
    def leaves(self) -> bool:
        """True where it leads out of the docs folder, or starts at the root of a server."""
        return self.uri.startswith(("../", "/")) or self.uri == ".."

    def relative(self, uri: str) -> str:
        """The way to `uri` from the page, as a writer would put it."""
        return posixpath.relpath(uri, posixpath.dirname(self.page) or ".")


def internal_links(handbook: Handbook) -> Iterator[Link]:
    """Links, images and `click` targets that do not lead to another site, page by page."""
    for uri, document in handbook.rendered.items():
        for element in document.elements("a", "img"):
            written = element.attr(WRITTEN)
            if written and not _ELSEWHERE.match(written):
                yield _link(document.place(element), uri, written)
    for diagram in handbook.diagrams:
        for step in diagram.steps:
            if step.link and not _ELSEWHERE.match(step.link):
                yield _link(step.place, diagram.uri, step.link)


def _link(place: Place, page: str, written: str) -> Link:
    path, _, anchor = written.partition("#")
    path = unquote(path.partition("?")[0])
    uri = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    return Link(place, page, written, uri, unquote(anchor))
