"""A page as its readers get it, with the way back to where its writer wrote each word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from handrail.access.facts import facts_of
from handrail.access.passages import Passage, passages_of
from handrail.access.reading import MOST_WORDS, Reading, count_words, measure, sentences_of
from handrail.finding import Place
from handrail.handbook import Handbook
from handrail.html import LINE, Document, Element, Namespace, words
from handrail.page import Page
from handrail.read.placeholders import OPEN
from handrail.read.prose import Prose

_ONLY_HTML = frozenset((
    "audio", "center", "embed", "font", "form", "frame", "iframe", "marquee", "object", "script",
    "style", "u", "video",
))  # fmt: skip
"""Elements that no Markdown makes."""
_RUNNING = frozenset(("p", "li", "dd"))
_WORD = re.compile(r"\w+(?:['-]\w+)*")
_APART = r"(?:[^\w\n]|&\w+;|\n(?!\s*\n))+"
_CODE = ", ".join(f".highlighttable{inside}" for inside in ("", " tr", " td", " th"))
_OWN = f":is([{LINE}], [{LINE}] *):not(figure[class*=pathway], figure[class*=pathway] *, {_CODE})"
"""What stands in a block of the page's source and is no part of a drawn pathway, nor of the table
that holds code with numbered lines."""


@dataclass(frozen=True)
class Written:
    """A rendered page and its source."""

    document: Document
    """What readers get."""
    prose: Prose
    """The running text of the source."""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The words of each block."""
        return passages_of(self.document)

    def elements(self, *tags: str) -> list[Element]:
        """Elements with these tags that the writer wrote, as against what the site adds."""
        return [one for tag in tags for one in self._own.get(tag, ())]

    @property
    def _own(self) -> dict[str, list[Element]]:
        """HTML elements that the writer wrote, by tag."""
        notes = self.document.notes
        if "own" not in notes:
            own = notes["own"] = defaultdict(list)
            for element in self.document.root.select(_OWN):
                if element.namespace is Namespace.HTML:
                    own[element.tag].append(element)
        return notes["own"]

    def links(self) -> list[tuple[Element, str]]:
        """(link, its words) for each link that the writer wrote. They are read once."""
        notes = self.document.notes
        if "links" not in notes:
            found = [link for link in self.elements("a") if link.attr("href")]
            notes["links"] = [(link, words(link)) for link in found]
        return notes["links"]

    def with_attribute(self, *names: str) -> Iterator[tuple[Element, str]]:
        """(element, attribute) for what the writer wrote with one of these attributes."""
        for name in names:
            for element in facts_of(self.document).having(name):
                if element.matches(_OWN):
                    yield element, name

    def place(self, element: Element, said: str = "") -> Place:
        """Where an element was written, or words that are `said` in it, as far as they can be found
        below the line at which it starts."""
        if element.tag in _ONLY_HTML:
            return self._tag_place(element)
        place = self.document.place(element)
        found = _WORD.findall(said.replace("’", "'"))[:4]
        if not found:
            return place
        pattern = re.compile(r"(?<!\w)" + _APART.join(map(re.escape, found)) + r"(?!\w)")
        match = pattern.search(self.prose.text, self._line_start(place))
        return self.prose.place(match.start()) if match else place

    def _tag_place(self, element: Element) -> Place:
        """Where the tag stands of an element that only HTML makes: of several, each in its turn."""
        tags, turn = self._tags(element.tag)
        if len(tags) == len(turn):
            return self.prose.place(tags[turn[element]])
        place = self.document.place(element)
        below = bisect_left(tags, self._line_start(place))
        return self.prose.place(tags[below]) if below < len(tags) else place

    def _tags(self, name: str) -> tuple[list[int], dict[Element, int]]:
        """(where tags of a name stand in the source, which in turn each such element is)."""
        notes, key = self.document.notes, f"tags {name}"
        if key not in notes:
            tag = re.compile(rf"(?i)<{name}(?=[\s/>])")
            tags = [found.start() for found in tag.finditer(self.prose.page.text)]
            alike = facts_of(self.document).html(name)
            notes[key] = tags, {element: number for number, element in enumerate(alike)}
        return notes[key]

    def place_of_source(self, element: Element, sign: str) -> Place:
        """Where `sign` stands in an element's source."""
        return self._found(element, re.compile(re.escape(sign)))

    def place_of_attribute(self, element: Element, name: str) -> Place:
        """Where an attribute stands: in the element's tag or in the list behind its words."""
        pattern = rf"(?i)(?<![\w-]){re.escape(name)}(?:\s*=|(?=[^<>{{}}\n]*[>}}]))"
        return self._found(element, re.compile(pattern))

    def place_of_signs(self, heading: Element) -> Place:
        """Where the signs stand of a heading without words."""
        signs = "#" * int(heading.tag[1])
        nothing = r"(?:[ \t#]|&nbsp;|<[^<>\n]*>)*"
        return self._found(heading, re.compile(rf"(?m)(?<![^\s>]){signs}{nothing}$"))

    def _found(self, element: Element, pattern: re.Pattern) -> Place:
        place = self.document.place(element)
        found = pattern.search(self.prose.page.text, self._line_start(place))
        return self.prose.place(found.start()) if found else place

    def _line_start(self, place: Place) -> int:
        return self.prose.at(Place(place.path, place.line, 1))


def written_of(page: Page, handbook: Handbook) -> Written:
    """A page of the protocol. Its passages are read once, whoever asks."""
    return Written(handbook.rendered[page.uri], handbook.prose[page.uri])


@dataclass(frozen=True)
class RunningText:
    """What people read as sentences. Tables and headings hold names and facts instead."""

    reading: Reading
    """How hard it is to read."""
    longest: tuple[str, ...]
    """Its three longest sentences, the longest first."""
    long: tuple[tuple[Passage, int, str], ...]
    """Each sentence of too many words, with its passage and how many it has."""


def running_text(written: Written) -> RunningText:
    """The running text of a page. It is read once; the words themselves are not kept."""
    notes = written.document.notes
    if "running text" not in notes:
        notes["running text"] = _read_running_text(written)
    return notes["running text"]


def _read_running_text(written: Written) -> RunningText:
    running = (passage for passage in written.passages if passage.tag in _RUNNING)
    told = [(passage, each) for passage in running for each in sentences_of(passage.text)]
    sentences = [each for _, each in told]
    longest = sorted((" ".join(each) for each in sentences), key=len, reverse=True)[:3]
    counted = (
        (passage, count_words(OPEN.sub("…", " ".join(each)).split()), " ".join(each))
        for passage, each in told
        if len(each) > MOST_WORDS
    )
    long = tuple(found for found in counted if found[1] > MOST_WORDS)
    return RunningText(measure(sentences), tuple(longest), long)
