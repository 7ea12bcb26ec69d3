"""Links that lead, or should lead, inside the protocol."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from handrail.finding import Place
from handrail.html import LINE, WRITTEN, Document
from handrail.pathway import Diagram

# A single letter is a drive of the writer's own computer, and so is file:.
_ELSEWHERE = re.compile(r"(?!file:)[a-z][a-z0-9+.-]+:|//", re.IGNORECASE)
_LOCAL = re.compile(r"/|[a-z]:|\\|file:", re.IGNORECASE)


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
    raw: bool = False
    """True where it was written in HTML, so that browsers take it as it stands."""

    @property
    def leaves(self) -> bool:
        """True where it leads out of the docs folder, to a server's root or to a drive."""
        return self.uri.split("/")[0] == ".." or bool(_LOCAL.match(self.written))

    def relative(self, uri: str) -> str:
        """The way to `uri` from the page, as a writer would put it."""
        return posixpath.relpath(uri, posixpath.dirname(self.page) or ".")


def read_links(
    rendered: Mapping[str, Document], diagrams: Iterable[Diagram], files: Iterable[str]
) -> Iterator[Link]:
    """Links, images and `click` targets that do not lead to another site, page by page.

    `rendered` are the rendered pages by their path from the docs folder, `files` everything in it.
    """
    served = {_address(uri): uri for uri in files}
    for page, document in rendered.items():
        for element in document.elements("a", "img"):
            written = element.attr(WRITTEN)
            raw = element.attr("href") or element.attr("src")
            if _is_internal(written):
                yield _link(document.place(element), page, written)
            elif written is None and element.attr(LINE) and _is_internal(raw):
                yield _raw_link(document.place(element), page, raw, served)
    for diagram in diagrams:
        for step in diagram.steps:
            if _is_internal(step.link):
                yield _link(step.place, diagram.uri, step.link)


def _is_internal(target: str | None) -> bool:
    return bool(target) and not _ELSEWHERE.match(target)


def _link(place: Place, page: str, written: str) -> Link:
    path, anchor = _parts(written)
    uri = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    return Link(place, page, written, uri, anchor)


def _raw_link(place: Place, page: str, written: str, served: dict[str, str]) -> Link:
    """A link in HTML: browsers follow it from the page's address, not from its file."""
    path, anchor = _parts(written)
    address = posixpath.normpath(posixpath.join(_address(page), path))
    uri = served.get(address, address) if path else page
    return Link(place, page, written, uri, anchor, True)


def _parts(written: str) -> tuple[str, str]:
    path, _, anchor = written.partition("#")
    return unquote(path.partition("?")[0]), unquote(anchor)


def _address(uri: str) -> str:
    """Where a file of the docs folder stands on the site, without a slash at the end."""
    folder, name = posixpath.split(uri)
    stem = name.removesuffix(".md")
    return (folder or ".") if name in ("index.md", "README.md") else posixpath.join(folder, stem)
