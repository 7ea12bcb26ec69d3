"""The Python-Markdown extension: source lines, what links were written as, and drawn pathways."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

import markdown
from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from handrail.html import LINE, WRITTEN, parse_fragment
from handrail.page import Page
from handrail.pathway import Diagram
from handrail.read.lines import read_fences
from handrail.render import marks
from handrail.render.anchors import with_old_anchors

_INLINE = frozenset(marks.INLINE)
_STASHED = re.compile("\x02wzxhzdk:(\\d+)\x03")
_MARKED = re.compile(f"{marks.MARK.pattern}|{_STASHED.pattern}")
_BOX = re.compile(r'(<input\b[^>]* type="checkbox" disabled( checked)?)/>')
_LINK = re.compile(r"(?P<sign>!?)\[[^\[\]]*\]\(\s*<?")
_TAG = re.compile(r"<[A-Za-z][^\s/>]*")


@dataclass
class Current:
    """The page that is being rendered; whoever renders sets it before each page."""

    page: Page | None = None
    """The page, or None where no lines are wanted."""
    diagrams: list[Diagram] = field(default_factory=list)
    """Its diagrams that are still to be drawn."""
    folders: bool = True
    """True where each page is a folder of its own on the site, as is usual."""
    address: Callable[[str], str] = str
    """Turns a link's target as written into the address a browser needs; empty where none."""


@dataclass
class _Walk:
    """Where the walk through a page's tree has got to."""

    line: int
    written: list[str]
    """The page's lines as written."""
    seen: dict[int, int] = field(default_factory=dict)
    """By source line, the column after the last link found in it."""
    stash: dict[int, int] = field(default_factory=dict)
    """Source line of each piece of raw HTML, by its number in the stash."""


class Handrail(Extension):
    """Adds source lines to what Python-Markdown makes of `current.page`."""

    def __init__(self, current: Current):
        super().__init__()
        self._current = current

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the parts. The numbers place them among Python-Markdown's own."""
        # After white space is normalised (30), before fences (25) and raw HTML (20) are taken out.
        md.preprocessors.register(_MarkLines(md, self._current), "handrail-lines", 29)
        # After inline parsing (20), before headings get IDs (5) and links are rewritten (0).
        md.treeprocessors.register(_PlaceElements(md, self._current), "handrail-places", 19)
        # After raw HTML is put back (30).
        md.postprocessors.register(_NameTasks(md), "handrail-tasks", 1)
        md.postprocessors.register(_RemoveMarks(md), "handrail-marks", 0)


class _MarkLines(Preprocessor):
    def __init__(self, md: Markdown, current: Current):
        super().__init__(md)
        self._current = current

    def run(self, lines: list[str]) -> list[str]:
        page = self._current.page
        if page is None:
            return lines
        clean = [line if line.isascii() else marks.without_marks(line) for line in lines]
        return marks.mark_lines(clean, page.body_line, _code_lines(page))


def _code_lines(page: Page) -> frozenset[int]:
    """Source lines of closed fences, ticks included."""
    return frozenset(
        number
        for fence in read_fences(page)
        if fence.closed
        for number in range(fence.line, fence.line + len(fence.lines) + 2)
    )


class _PlaceElements(Treeprocessor):
    """Turns marks into `data-line` and keeps what links were written as in `data-written`."""

    def __init__(self, md: Markdown, current: Current):
        super().__init__(md)
        self._current = current

    def run(self, root: Element) -> None:
        page = self._current.page
        if page is None:
            return
        walk = _Walk(page.body_line, page.text.split("\n"))
        for child in root:
            _place(child, walk)
        _place_raw(self.md.htmlStash.rawHtmlBlocks, walk, page.body_line)


def _place(element: Element, walk: _Walk) -> int | None:
    """Give an element and all inside it their lines. Returns the line of its first words."""
    entered = walk.line
    first = _take(element, "text", walk)
    for child in element:
        inside = _place(child, walk)
        first = first if first is not None else inside
        after = _take(child, "tail", walk)
        first = first if first is not None else after
    text = element.text or ""
    if element.tag == "p" and "\x02" in text and _STASHED.fullmatch(text) and not len(element):
        return None  # Python-Markdown unwraps raw HTML only where the paragraph has no attributes
    for name, value in element.items():
        if not value.isascii():
            element.set(name, marks.without_marks(value))
    line = entered if element.tag in _INLINE or first is None else first
    element.set(LINE, str(line))
    target = element.get("href") if element.tag == "a" else element.get("src")
    if target is not None:
        element.set(WRITTEN, target)
        element.set(LINE, f"{line}:{_column(element, target, line, walk)}")
    return first


def _column(element: Element, target: str, line: int, walk: _Walk) -> int:
    """1-based column of a link or picture in its source line; 1 where it cannot be told."""
    written = walk.written[line - 1] if line <= len(walk.written) else ""
    sign = "!" if element.tag == "img" else ""
    for start in (walk.seen.get(line, 0), 0) if target in written else ():
        for link in _LINK.finditer(written, start):
            if link["sign"] == sign and written.startswith(target, link.end()):
                walk.seen[line] = link.start() + 1
                return link.start() + 1
    return 1


def _take(element: Element, part: str, walk: _Walk) -> int | None:
    """Take the marks out of an element's text or tail. Returns the line of the first."""
    text = getattr(element, part)
    if not text or (text.isascii() and "\x02" not in text):
        return None
    begin = marks.MARK.match(text)
    if begin and "\x02" not in text and (rest := text[begin.end() :]).isascii():
        walk.line = marks.line_of(begin.group(0))  # most blocks are one line
        setattr(element, part, type(text)(rest))
        return walk.line
    first = None
    for found in _MARKED.finditer(text):
        if found.group(1):
            walk.stash[int(found.group(1))] = walk.line
        else:
            walk.line = marks.line_of(found.group(0))
            first = first or walk.line
    if first is not None:
        setattr(element, part, type(text)(marks.without_marks(text)))
    return first


def _place_raw(stash: list, walk: _Walk, first: int) -> None:
    """Give raw HTML its lines: each start tag gets the line of the text before it."""
    above = first
    for number, raw in enumerate(stash):
        if isinstance(raw, str) and raw.startswith("<") and LINE not in raw:
            inline = _TAG.match(raw) and _TAG.match(raw).group(0)[1:] in _INLINE
            after = walk.stash.get(number, first)
            start = _found_at(raw, walk.written, after if inline else max(after, above))
            stash[number] = _with_lines(raw, start or after)
            # Blocks stand in the stash in the order of the page, inline tags after them.
            above = start + raw.count("\n") if start and not inline else above


def _found_at(raw: str, written: list[str], after: int) -> int:
    """1-based source line of the first line of `raw`, from line `after` on; 0 where it is not."""
    marked = marks.MARK.search(raw)
    if marked:
        return marks.line_of(marked.group(0)) - raw.count("\n", 0, marked.start())
    first = raw.split("\n", 1)[0].strip()
    found = (number for number, line in enumerate(written, 1) if number >= after and first in line)
    return next(found, 0)


def _with_lines(raw: str, start: int) -> str:
    def tag(match: re.Match) -> str:
        return f'{match.group(0)} {LINE}="{start + raw.count(chr(10), 0, match.start())}"'

    return _TAG.sub(tag, raw)


class _RemoveMarks(Postprocessor):
    """Marks that stood in raw HTML or code are nobody's words."""

    def run(self, text: str) -> str:
        return marks.without_marks(text)


class _NameTasks(Postprocessor):
    """Says of each box of a task list whether it is ticked, for those who cannot see it."""

    def run(self, text: str) -> str:
        def named(box: re.Match) -> str:
            return f'{box[1]} aria-label="{"Done" if box[2] else "Not done"}"/>'

        return _BOX.sub(named, text)


def anchors_of(page: Page, extensions: list, settings: dict) -> frozenset[str]:
    """The anchors that writers made on a page, rendered by the extensions given; not those of
    footnotes, tabs and the steps of pathways, which are numbered."""
    html = markdown.markdown(page.body, extensions=extensions, extension_configs=settings)
    found = parse_fragment(with_old_anchors(html, page), page.path).anchors
    return frozenset(name for name in found if not _NUMBERED.match(name))


_NUMBERED = re.compile(r"fn(?:ref)?\d*:|__tabbed_|pathway-\d")


def without_places(html: str) -> str:
    """HTML as published: without the attributes that only the rules need."""
    return _PLACES.sub("", html)


_PLACES = re.compile(
    # In a tag, of which the rest follows; where somebody writes of such attributes they are words.
    rf' (?:{LINE}|{WRITTEN})="[^"]*"(?=[^<>"]*+(?:"[^"]*"[^<>"]*+)*+>)'
)
