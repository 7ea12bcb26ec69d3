"""A link whose words name a page leads to that page.

Readers choose links by their words. One that says "Significant harm" and opens the pregnancy
pathway costs the minutes that the first was written to save.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.html import words
from handrail.link import Link
from handrail.rules.links.suggest import plain

ID = "link-promises-another-page"
LEVEL = "error"
ACT = ()

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each link to a page, or to another heading, than its words name."""
    titled = _titled(handbook)
    for link in handbook.links:
        said = plain(link.words)
        if said and not link.made and link.uri in handbook.rendered:
            pages = titled.get(said)
            if pages and link.uri not in pages and said not in _names(link, handbook):
                title = handbook.page[link.uri].title
                message = f'link "{link.words}" leads to "{title}"'
                yield Fault(link.place, message, f"did you mean {link.relative(min(pages))}?")
            elif link.anchor:
                yield from _other_heading(link, said, handbook)


def _other_heading(link: Link, said: str, handbook: Handbook) -> Iterator[Fault]:
    """A fault where the words are those of one heading and the anchor is that of another."""
    headings = _headings(link.uri, handbook)
    anchors = headings.get(said, ())
    first = next(iter(headings.values()), [])  # the page's own title names every part of it
    if anchors and not {*anchors, *first} & {link.anchor} and anchors is not first:
        message = f'link "{link.words}" leads to another heading of that page, #{link.anchor}'
        yield Fault(link.place, message, f"did you mean #{anchors[0]}?")


def _titled(handbook: Handbook) -> dict[str, set[str]]:
    """Pages by title, and pathways by their title with "pathway" after it."""
    found: dict[str, set[str]] = {}
    for page in handbook.pages:
        found.setdefault(plain(page.title), set()).add(page.uri)
        if page.type == "pathway":
            found.setdefault(f"{plain(page.title)} pathway", set()).add(page.uri)
    return found


def _names(link: Link, handbook: Handbook) -> set[str]:
    """What the target may be called: its other names, its headings, and its agency's names."""
    page = handbook.page[link.uri]
    called = page.fields["also_called"].values if "also_called" in page.fields else ()
    agency = handbook.agency_of.get(link.uri)
    names = {plain(name) for name in (*called, *(agency.names if agency else ()))}
    return names | set(_headings(link.uri, handbook))


def _headings(uri: str, handbook: Handbook) -> dict[str, list[str]]:
    """The anchors of a page's headings, and of the steps of its pathways, by their words."""
    document = handbook.rendered[uri]
    if ID not in document.notes:
        found: dict[str, list[str]] = {}
        for heading in document.elements(*_HEADINGS):
            found.setdefault(plain(words(heading)), []).append(heading.attr("id") or "")
        for step in document.root.select("li[id] > span.pathway-text"):
            found.setdefault(plain(words(step)), []).append(step.parent.attr("id"))
        document.notes[ID] = found
    return document.notes[ID]
