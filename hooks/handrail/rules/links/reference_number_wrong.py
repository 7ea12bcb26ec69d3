"""A number in the text is the number of what it names.

"See section 4.2" was right when it was written. A chapter or step that has been put in before it
makes it wrong, and nothing on the page shows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.chapters import Chapter, read_chapters
from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.html import words
from handrail.page import Page
from handrail.rules.links.spoken import APPENDIX, CHAPTER, STEP, Spoken, read_spoken
from handrail.rules.links.steps import pathway_called, step_texts
from handrail.rules.links.suggest import plain

ID = "reference-number-wrong"
LEVEL = "error"
ACT = ()

_STEP = re.compile(r"pathway-\d+-step-(?P<number>\d+)")
_TITLE = re.compile(r"^[\s,:(\"“'–-]*(?:(?:on|about|called)\s+)?(?P<words>.+)", re.IGNORECASE)


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each chapter, step, appendix, table or figure that is named by a number that it
    has not, or that nothing has."""
    for spoken in read_spoken(page, handbook):
        check = {CHAPTER: _chapter, STEP: _step, APPENDIX: _labelled}.get(spoken.kind, _labelled)
        yield from check(spoken, page, handbook)


def _chapter(spoken: Spoken, page: Page, handbook: Handbook) -> Iterator[Fault]:
    chapters = read_chapters(handbook)
    if not chapters or has_own_number(spoken, page):
        return
    meant = _meant(spoken, chapters)
    if meant and meant.number != spoken.number:
        message = f'"{spoken.text}": "{meant.title}" is chapter {meant.number} now'
        yield Fault(spoken.place, message, "link to the page by its title, without the number")
    elif spoken.number not in chapters:
        last = next(reversed([c for c in chapters.values() if "." not in c.number]))
        message = f'"{spoken.text}" does not exist: the last chapter is {last.number}'
        yield Fault(spoken.place, message, "link to the page that is meant by its title")


def _meant(spoken: Spoken, chapters: dict[str, Chapter]) -> Chapter | None:
    """The chapter that the link or the words after the number name."""
    if spoken.link:
        return next((c for c in chapters.values() if c.uri == spoken.link.uri), None)
    after = plain(_TITLE.sub(r"\g<words>", spoken.after))
    named = [c for c in chapters.values() if len(c.title) > 3 and _begins(after, plain(c.title))]
    return max(named, key=lambda chapter: len(chapter.title), default=None)


def _begins(text: str, title: str) -> bool:
    return text.startswith(title) and not text[len(title) : len(title) + 1].isalnum()


def has_own_number(spoken: Spoken, page: Page) -> bool:
    """True where the page numbers its own headings and one has this number."""
    number = re.escape(spoken.number)
    return bool(re.search(rf"^#+\s+(?:section |chapter )?{number}[.:)]?\s", page.text, re.I | re.M))


def _step(spoken: Spoken, page: Page, handbook: Handbook) -> Iterator[Fault]:
    if spoken.link and spoken.link.uri in handbook.page:
        where = handbook.page[spoken.link.uri]
    else:
        where = pathway_called(spoken.pathway, handbook) if spoken.pathway else page
    if where is None:
        message = f'"{spoken.text}": there is no "{spoken.pathway} pathway"'
        yield Fault(spoken.place, message, "link to the pathway by its title")
        return
    linked = _STEP.fullmatch(spoken.link.anchor) if spoken.link else None
    if linked and int(linked["number"]) != int(spoken.number):
        message = f'"{spoken.text}" leads to step {linked["number"]} of "{where.title}"'
        yield Fault(spoken.place, message, "make the words and the address the same")
        return
    texts = step_texts(where, handbook)
    inside = re.match(r"[\s,:]*[(\"“]([^)\"”]+)[)\"”]", spoken.after)
    said = plain(inside[1]) if inside else ""
    meant = [number for number, text in texts if plain(text) == said]
    if meant and int(spoken.number) not in meant:
        message = f'"{spoken.text}": "{inside[1]}" is step {meant[0]} now'
        yield Fault(spoken.place, message, "link to the step by its words, without the number")
    elif texts and int(spoken.number) > max(number for number, _ in texts):
        if where is not page or not _has_list(page, handbook, int(spoken.number)):
            last = max(number for number, _ in texts)
            message = f'"{spoken.text}" does not exist: the last step of "{where.title}" is {last}'
            yield Fault(spoken.place, message, "link to the step by its words")
    elif not texts and not _has_list(where, handbook, int(spoken.number)):
        message = f'"{spoken.text}": "{where.title}" has no such step'
        yield Fault(spoken.place, message, "link to what is meant by its title")


def _has_list(page: Page, handbook: Handbook, number: int) -> bool:
    """True where a numbered list of the page goes as far, or words of the page are that step's."""
    document = handbook.rendered.get(page.uri)
    if document is None:
        return True
    for element in document.elements("ol"):
        first = int(element.attr("start") or 1)
        items = [child for child in element.children if getattr(child, "tag", "") == "li"]
        if first <= number < first + len(items):
            return True
    label = re.compile(rf"step {number}\b|{number}(?:[.)]?$|[.)]\s)", re.IGNORECASE)
    blocks = document.elements("h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "strong", "dt")
    return any(label.match(words(block)) for block in blocks)


def _labelled(spoken: Spoken, page: Page, handbook: Handbook) -> Iterator[Fault]:
    """Appendices are titles or headings; tables and figures have their number in front of them."""
    label = re.compile(rf"{re.escape(spoken.text)}\b", re.IGNORECASE)
    names = [other.title for other in handbook.pages]
    names += [chapter.title for chapter in read_chapters(handbook).values()]
    for uri in handbook.rendered if spoken.kind == APPENDIX else (page.uri,):
        names += _captions(uri, handbook)
    if not any(label.match(name.lstrip("*_ ")) for name in names):
        message = f'"{spoken.text}" does not exist'
        yield Fault(spoken.place, message, "link to the page or heading that is meant by its title")


def _captions(uri: str, handbook: Handbook) -> list[str]:
    tags = ("h1", "h2", "h3", "h4", "h5", "h6", "caption", "figcaption", "strong", "p")
    return [words(element) for element in handbook.rendered[uri].elements(*tags)]
