"""Finds the links to instruments and their provisions, with what stands around them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from handrail.address import page_address
from handrail.finding import Place
from handrail.html import LINE, WRITTEN, Document, Element, Text, words
from handrail.pathway import Diagram

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NEAR = 120
"""Characters around a link that are kept."""


@dataclass(frozen=True)
class Citation:
    """A link to an instrument or to one of its provisions."""

    place: Place
    """Where the link stands."""
    page: str
    """The page it stands on, from the docs folder."""
    uri: str
    """The instrument's page."""
    anchor: str
    """The provision's heading; empty for the instrument as a whole."""
    text: str
    """The link's words."""
    before: str = ""
    """The words directly before the link."""
    after: str = ""
    """The words directly after the link."""
    heading: str = ""
    """ID of the heading that the link stands below; empty where none."""
    step: str = ""
    """The pathway step that rests on it, in the writer's words; empty where no step is named."""


def read_citations(
    rendered: Mapping[str, Document],
    diagrams: Iterable[Diagram],
    instruments: frozenset[str],
    folders: bool = True,
) -> Iterator[Citation]:
    """Every link to one of the `instruments`, which are pages by their path from the docs folder.

    `rendered` are the rendered pages by theirs; `folders` says whether each page is a folder of its
    own on the site.
    """
    served = {page_address(uri, folders).rstrip("/"): uri for uri in instruments}
    for page, document in rendered.items():
        yield from _on_page(page, document, instruments, served, folders)
    for diagram in diagrams:
        for step in diagram.steps:
            target = _target(step.link, diagram.uri, instruments)
            if target:
                yield Citation(step.place, diagram.uri, *target, "", step=step.text)


def _on_page(
    page: str,
    document: Document,
    instruments: frozenset[str],
    served: Mapping[str, str],
    folders: bool,
) -> Iterator[Citation]:
    heading, address = "", page_address(page, folders)
    for element in document.elements("a", *_HEADINGS):
        if element.tag != "a":
            heading = element.attr("id") or ""
        elif element.attr(LINE):  # what Handrail adds to a page has no source line
            written = element.attr(WRITTEN)
            target = (
                _served(element.attr("href"), address, served)
                if written is None
                else _target(written, page, instruments)
            )
            # What is drawn from a diagram stands in its steps already.
            if target and not element.closest("figure.pathway"):
                yield _citation(document.place(element), page, target, element, heading)


def _citation(
    place: Place, page: str, target: tuple[str, str], element: Element, heading: str
) -> Citation:
    before = _words(element.previous_sibling)[-_NEAR:]
    after = _words(element.next_sibling)[:_NEAR]
    return Citation(place, page, *target, words(element), before, after, heading, _step(element))


def _target(written: str, page: str, instruments: frozenset[str]) -> tuple[str, str] | None:
    """(instrument's page, anchor) that a link as written leads to; None for any other link."""
    path, _, anchor = written.partition("#")
    if not written or ":" in path:
        return None
    folder = posixpath.dirname(page)
    uri = posixpath.normpath(posixpath.join(folder, unquote(path))) if path else page
    return (uri, unquote(anchor)) if uri in instruments else None


def _served(href: str | None, address: str, served: Mapping[str, str]) -> tuple[str, str] | None:
    """The same for a link written in HTML, which browsers follow from the page's `address`."""
    path, _, anchor = (href or "").partition("#")
    if not path or ":" in path:
        return None
    there = posixpath.normpath(posixpath.join(posixpath.dirname(address), unquote(path)))
    uri = served.get(there)
    return (uri, unquote(anchor)) if uri else None


def _words(node: object) -> str:
    """The words between a link and the next mark-up."""
    return " ".join(node.data.split()) if isinstance(node, Text) else ""


def _step(element: Element) -> str:
    """The first cell of the link's row in a table whose first column is headed "Step"."""
    row, table = element.closest("tr"), element.closest("table")
    head = table.select_one("th") if table else None
    cell = row.select_one("td") if row else None
    is_step = head is not None and cell is not None and words(head).casefold() == "step"
    return words(cell) if is_step else ""
