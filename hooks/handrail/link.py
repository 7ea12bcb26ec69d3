"""Links of every kind: in Markdown, in HTML, in diagrams, and those that Handrail makes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from handrail.address import page_address
from handrail.finding import Place
from handrail.html import LINE, WRITTEN, Document, Element, words
from handrail.pathway import Diagram

# A single letter is a drive of the writer's own computer, and so is file:.
_ELSEWHERE = re.compile(r"(?!file:)[a-z][a-z0-9+.-]+:|//", re.IGNORECASE)
_LOCAL = re.compile(r"/|[a-z]:|\\|file:", re.IGNORECASE)
_HOLDERS = {
    "a": ("href",), "area": ("href",), "img": ("src", "srcset"), "source": ("src", "srcset"),
    "video": ("src", "poster"), "audio": ("src",), "track": ("src",), "iframe": ("src",),
    "embed": ("src",), "object": ("data",), "input": ("src",), "link": ("href",),
    "image": ("href",), "use": ("href",),
}  # fmt: skip
"""Elements that lead somewhere, and the attributes that say where."""
_NOTE = "notes-of-links"
_BACK = "footnote-backref"


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
    """The file it leads to, from the docs folder; the page itself for a bare `#anchor`; empty for
    a link to another site."""
    anchor: str
    """What stands after #; empty where nothing."""
    raw: bool = False
    """True where it was written in HTML, so that browsers take it as it stands."""
    words: str = ""
    """What readers see of it; empty for a picture."""
    made: bool = False
    """True where Handrail made it, in a list or an index."""

    @property
    def leaves(self) -> bool:
        """True where it leads out of the docs folder, to a server's root or to a drive."""
        return self.uri.split("/")[0] == ".." or bool(_LOCAL.match(self.written))

    def relative(self, uri: str) -> str:
        """The way to `uri` from the page, as a writer would put it."""
        return posixpath.relpath(uri, posixpath.dirname(self.page) or ".")


@dataclass(frozen=True)
class _Found:
    """What an element says of where it leads, before that is worked out."""

    place: Place
    target: str
    raw: bool
    words: str
    made: bool


def read_links(
    rendered: Mapping[str, Document], diagrams: Iterable[Diagram], files: Iterable[str]
) -> Iterator[Link]:
    """Every link, image and `click` target, page by page; those to other sites have no `uri`.

    `rendered` are the rendered pages by their path from the docs folder, `files` everything in it.
    """
    served = {_address(uri): uri for uri in files}
    for page, document in rendered.items():
        for found in _found(document):
            yield _resolved(found, page, served)
    for diagram in diagrams:
        for step in diagram.steps:
            if step.link:
                found = _Found(step.place, step.link, False, step.text, False)
                yield _resolved(found, diagram.uri, served)


def is_outside(target: str) -> bool:
    """True for a target with a scheme or a host: another site, a mail address, a phone number."""
    return bool(_ELSEWHERE.match(target))


def _found(document: Document) -> list[_Found]:
    """The links of one page, read once."""
    if _NOTE not in document.notes:
        document.notes[_NOTE] = list(_read(document))
    return document.notes[_NOTE]


def _read(document: Document) -> Iterator[_Found]:
    for element in document.elements(*_HOLDERS):
        written = element.attr(WRITTEN)
        said = words(element) if element.tag == "a" else ""
        if written is not None:
            # The way back from a footnote is broken only where the footnote itself is.
            if _BACK not in (element.attr("class") or ""):
                made = not element.attr(LINE)
                yield _Found(document.place(element), written, False, said, made)
        elif element.attr(LINE):
            for target in _targets(element):
                yield _Found(document.place(element), target, True, said, False)
        elif element.attr("href") and is_outside(element.attr("href")):
            yield _Found(document.place(element), element.attr("href"), True, said, True)


def _targets(element: Element) -> Iterator[str]:
    """Where an element that was written in HTML leads."""
    for name in _HOLDERS[element.tag]:
        value = element.attr(name)
        if value is None:
            continue
        if name == "srcset":
            yield from (part.split()[0] for part in value.split(",") if part.split())
        else:
            yield value.strip()


def _resolved(found: _Found, page: str, served: Mapping[str, str]) -> Link:
    target = found.target
    uri, anchor = ("", "") if is_outside(target) else _target(target, page, found.raw, served)
    return Link(found.place, page, target, uri, anchor, found.raw, found.words, found.made)


def _target(written: str, page: str, raw: bool, served: Mapping[str, str]) -> tuple[str, str]:
    """(file, anchor) that a link inside the site leads to."""
    path, _, anchor = written.partition("#")
    path, anchor = unquote(path.partition("?")[0]), unquote(anchor)
    if not path:
        return page, anchor
    if not raw:
        return posixpath.normpath(posixpath.join(posixpath.dirname(page), path)), anchor
    # Browsers follow a link in HTML from the page's address, not from its file.
    address = posixpath.normpath(posixpath.join(page_address(page) or ".", path))
    folder = address.removesuffix("index.html").rstrip("/") or "."
    return served.get(address) or served.get(folder, address), anchor


def _address(uri: str) -> str:
    """Where a file of the docs folder stands on the site, without a slash at the end."""
    return page_address(uri).rstrip("/") or "."
