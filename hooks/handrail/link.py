"""Links of every kind: in Markdown, in HTML, in diagrams, and those that Handrail makes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from handrail.address import page_address, path_from
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
_LEADING = f":is({', '.join(_HOLDERS)}):is([{WRITTEN}], [{LINE}], [href*=':'], [href^='//'])"
"""Those of them that somebody wrote, or that may lead to another site."""
_NOTE = "notes-of-links"
_BACK = "#fnref"


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
        return path_from(self.page, uri)


def read_links(
    rendered: Mapping[str, Document],
    diagrams: Iterable[Diagram],
    files: Iterable[str],
    folders: bool = True,
) -> Iterator[Link]:
    """Every link, image and `click` target, page by page; those to other sites have no `uri`.

    `rendered` are the rendered pages by their path from the docs folder, `files` everything in it
    and what is made beside it. `folders` says whether each page is a folder of its own on the site.
    """
    served = {_address(uri, folders): uri for uri in files}
    for page, document in rendered.items():
        if _NOTE not in document.notes:
            document.notes[_NOTE] = list(_read(document, page, served, folders))
        yield from document.notes[_NOTE]
    for diagram in diagrams:
        for step in diagram.steps:
            if step.link:
                uri, anchor = _target(step.link, diagram.uri)
                place = diagram.click_on(step)
                yield Link(place, diagram.uri, step.link, uri, anchor, False, step.text, False)


def is_outside(target: str) -> bool:
    """True for a target with a scheme or a host: another site, a mail address, a phone number."""
    return bool(_ELSEWHERE.match(target))


def _read(
    document: Document, page: str, served: Mapping[str, str], folders: bool
) -> Iterator[Link]:
    """The links of one page."""
    address = page_address(page, folders)
    for element in document.root.select(_LEADING):
        written, line = element.attr(WRITTEN), element.attr(LINE)
        said = words(element) if element.tag == "a" else ""
        # Most links have their own place, which need not be looked for.
        place = Place(document.path, *map(int, line.split(":"))) if line else None
        if written is not None:
            # The way back from a footnote is broken only where the footnote itself is.
            if not written.startswith(_BACK):
                uri, anchor = _target(written, page)
                at = place or document.place(element)
                yield Link(at, page, written, uri, anchor, False, said, not line)
        elif place:
            for target in _targets(element):
                uri, anchor = _target(target, page, address, served)
                yield Link(place, page, target, uri, anchor, True, said, False)
        elif element.attr("href") and is_outside(element.attr("href")):
            at = document.place(element)
            yield Link(at, page, element.attr("href"), "", "", True, said, True)


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


def _target(
    written: str, page: str, address: str | None = None, served: Mapping[str, str] | None = None
) -> tuple[str, str]:
    """(file, anchor) that a link inside the site leads to; empty for one to another site.

    Browsers follow a link in HTML from the page's `address`, not from its file; `served` are the
    files of the site by theirs.
    """
    if is_outside(written):
        return "", ""
    path, _, anchor = written.partition("#")
    path, anchor = unquote(path.partition("?")[0]), unquote(anchor)
    if not path:
        return page, anchor
    if served is None:
        return _joined(page.rpartition("/")[0], path), anchor
    there = _joined(address.rpartition("/")[0] or ".", path)
    folder = there.removesuffix("index.html").rstrip("/") or "."
    return served.get(there) or served.get(folder, there), anchor


@lru_cache(100_000)
def _joined(folder: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(folder, path))


def _address(uri: str, folders: bool) -> str:
    """Where a file of the docs folder stands on the site, without what servers add of themselves:
    a slash or `index.html` at the end."""
    address = page_address(uri, folders)
    return address.removesuffix("index.html").rstrip("/") or "."
