"""Takes out of the template the law of nations that a protocol is not for."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from handrail.law.kinds import ENGLAND, NATIONS
from handrail.page import Page
from handrail.read.lines import read_fences
from handrail.read.pages import read_page
from handrail.read.tables import Row, Table, cell_spans, read_tables

_ONE = r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]\([^)\s]+\)"
_LINK = re.compile(r"\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\])*)\]\((?P<target>[^)#\s]+)(?:#[^)\s]*)?\)")
_SEE = re.compile(rf" See (?P<links>{_ONE}(?:(?:,| and) {_ONE})*)\.(?=\s|$)")
_ITEM = re.compile(r"\s*- (?P<words>\S.*)")
_HEADING = re.compile(r"(?P<level>#{1,6})\s+(?P<words>[^{]+?)\s*(?:\{.*\})?\s*")
_CLICK = re.compile(r'\s*click\s+\S+\s+(?:href\s+)?"(?P<target>[^"#]+)')
_SUCCESSOR = re.compile(r"superseded_by:\s*(?P<target>\S+)")
_NAMED = re.compile(rf"(?:In )?({'|'.join(NATIONS)})\b(?! and )")
SHARED = "Shared with other nations"
"""What law of another nation that applies here too stands below."""
_IDEA = re.compile(r"^(\|\s*)Idea(?=\s*\|)")


@dataclass(frozen=True)
class Foreign:
    """What a protocol for some nations leaves out."""

    nations: tuple[str, ...]
    """The nations that the protocol is for."""
    gone: frozenset[str]
    """Pages that go, from the docs folder: of law that applies in none of them, and, for England
    alone, those that only compare nations."""
    base: frozenset[str]
    """Those of `gone` that the template's own text rests on: law of England."""
    kept: frozenset[str]
    """Pages of law that stay."""

    @property
    def others(self) -> frozenset[str]:
        """The nations that the protocol is not for."""
        return frozenset(NATIONS) - set(self.nations)


def foreign(pages: Collection[Page], nations: Collection[str]) -> Foreign:
    """What of the template's pages is no law of the given nations."""
    law = {
        page.uri: set(page.fields["nations"].values)
        for page in pages
        if page.type == "legislation" and "nations" in page.fields
    }
    gone = {uri for uri, where in law.items() if not where & set(nations)}
    ours = tuple(nation for nation in NATIONS if nation in nations)
    base = frozenset(uri for uri in gone if ENGLAND in law[uri])
    # The text itself says what holds in England; elsewhere a comparison shows what to write.
    comparing = {page.uri for page in pages if _compares(page)} if ours == (ENGLAND,) else set()
    return Foreign(ours, frozenset(gone | comparing), base, frozenset(law) - gone)


def _compares(page: Page) -> bool:
    """True for a page with a table that has a column for each nation."""
    return any(set(NATIONS) <= set(table.head.cells) for table in read_tables(page))


def without(page: Page, out: Foreign) -> str:
    """The text of a page without the law of other nations.

    Parts, columns, rows and items that are only about other nations go. Where a sentence rests on
    law of England that does not apply, there is a place to fill in instead of the link; other links
    become plain words.
    """
    text = page.text
    for change in (_columns, _shared, _sections, _rows, _items, _links, _empty):
        text = change(read_page(page.path, page.uri, text.encode()), out)
    return text


def _columns(page: Page, out: Foreign) -> str:
    lines = page.text.split("\n")
    for table in read_tables(page):
        heads = table.head.cells
        gone = {at for at, name in enumerate(heads) if name in out.others}
        if not gone:
            continue
        for number in _numbers(table):
            lines[number - 1] = _cut(lines[number - 1], gone, bare=len(heads) - len(gone) < 2)
        top = table.head.place.line - 1
        # What each nation has in a place of its own is asked of all four nations.
        lines[top] = _IDEA.sub(r"\1Subject", lines[top])
    return "\n".join(lines)


def _cut(line: str, gone: set[int], bare: bool) -> str:
    """A row without some cells; nothing where no more than one cell is left."""
    cells = [line[start:end] for start, end in cell_spans(line, 0)]
    return "" if bare else f"|{'|'.join(c for at, c in enumerate(cells) if at not in gone)}|"


def _shared(page: Page, out: Foreign) -> str:
    """Another name for a part about another nation that lists law which applies here too."""
    lines = page.text.split("\n")
    heads = [*_headings(page), (len(lines), 0, "")]
    firsts = {row.place.line - 1: row.cells[0] for t in read_tables(page) for row in t.rows}
    for (at, _, words), (end, _, _) in pairwise(heads):
        listed = (firsts[line] for line in range(at, end) if line in firsts)
        if words in out.others and any(_only_leads_to(cell, page, out.kept) for cell in listed):
            lines[at] = lines[at].replace(words, SHARED, 1)
    return "\n".join(lines)


def _sections(page: Page, out: Foreign) -> str:
    """Parts whose heading is the name of another nation, and entries of a glossary that only lead
    to other nations' law."""

    def about_others(words: str, body: Sequence[str]) -> bool:
        named = re.sub(r"^.* for ", "", words)
        targets = [_uri(m["target"], page) for m in _LINK.finditer("\n".join(body))]
        entry = page.type == "glossary" and bool(targets)
        return named in out.others or (entry and set(targets) <= out.gone - out.base)

    return _without_sections(page, about_others)


def _empty(page: Page, out: Foreign) -> str:
    """Headings below which nothing is left."""
    return _without_sections(page, lambda words, body: not any(map(str.strip, body)))


def _without_sections(page: Page, goes: Callable[[str, Sequence[str]], bool]) -> str:
    lines = page.text.split("\n")
    heads = _headings(page)
    for index, (at, level, words) in reversed(list(enumerate(heads))):
        end = next((n for n, other, _ in heads[index + 1 :] if other <= level), len(lines))
        if level > 1 and goes(words, lines[at + 1 : end]):
            lines[at:end] = [] if end < len(lines) else [""]
            heads = [
                h if h[0] < at else (h[0] - (end - at), *h[1:])
                for h in heads
                if not at <= h[0] < end
            ]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).rstrip("\n") + "\n"


def _headings(page: Page) -> list[tuple[int, int, str]]:
    """(index of the line, level, words) of each heading."""
    fenced = _fenced(page)
    found = [
        (index, _HEADING.fullmatch(line))
        for index, line in enumerate(page.text.split("\n"))
        if index >= page.body_line - 1 and index not in fenced
    ]
    return [(index, len(m["level"]), m["words"]) for index, m in found if m]


def _fenced(page: Page) -> set[int]:
    return {
        index
        for fence in read_fences(page)
        for index in range(fence.line - 1, fence.line + len(fence.lines) + 1)
    }


def _rows(page: Page, out: Foreign) -> str:
    """Rows about other nations."""
    lines: list[str | None] = list(page.text.split("\n"))
    for table in read_tables(page):
        gone = [row for row in table.rows if _goes(row, page, out)]
        for row in gone:
            lines[row.place.line - 1] = None
        if len(gone) == len(table.rows):
            for number in _numbers(table):
                lines[number - 1] = None
    return "\n".join(line for line in lines if line is not None)


def _goes(row: Row, page: Page, out: Foreign) -> bool:
    """True for a row whose first cell only leads to pages that go or only names other nations, and
    for one that has nothing to tell but where such pages are."""
    first, *others = row.cells
    told = any(_only_leads_to(cell, page, out.gone - out.base) for cell in others)
    return _is_foreign(first, page, out) or told


def _items(page: Page, out: Foreign) -> str:
    """Items of lists that begin with the name of another nation, or only lead to its law."""
    kept = page.text.split("\n")[: page.body_line - 1]
    for line in page.body.split("\n"):
        item = _ITEM.fullmatch(line)
        if item and (_begins_with(item["words"], out) or _is_foreign(item["words"], page, out)):
            continue
        kept.append(line)
    return "\n".join(kept)


def _links(page: Page, out: Foreign) -> str:
    """Links that are left, in the text, in diagrams and in front matter."""
    where = " and ".join(out.nations)
    lines, fenced = [], _fenced(page)
    for index, line in enumerate(page.text.split("\n")):
        click = _CLICK.match(line) if index in fenced else None
        if click and _uri(click["target"], page) in out.gone:
            continue
        successor = _SUCCESSOR.match(line)
        if successor and _uri(successor["target"], page) in out.gone:
            continue
        is_heading = bool(_HEADING.fullmatch(line))

        def plain(match: re.Match, is_heading: bool = is_heading) -> str:
            uri = _uri(match["target"], page)
            if uri in out.base and not is_heading:
                return f"[[Fill in: the law of {where} in place of {match['words']}]]"
            return match["words"] if uri in out.gone else match.group()

        seeing = _SEE.sub(
            lambda m: "" if _only_leads_to(m["links"], page, out.gone - out.base) else m[0], line
        )
        lines.append(_LINK.sub(plain, seeing))
    return "\n".join(lines)


def _is_foreign(words: str, page: Page, out: Foreign) -> bool:
    """True for words that are nothing but links to pages that go, or names of other nations."""
    names = {name.strip() for name in words.split(",")}
    return names <= out.others or _only_leads_to(words, page, out.gone)


def _only_leads_to(words: str, page: Page, gone: Collection[str]) -> bool:
    """True for words that are nothing but links to some pages."""
    targets = {_uri(match["target"], page) for match in _LINK.finditer(words)}
    bare = not re.sub(r"[\s.,;]|and", "", _LINK.sub("", words))
    return bare and bool(targets) and targets <= gone


def _begins_with(words: str, out: Foreign) -> bool:
    named = _NAMED.match(words)
    return bool(named) and named[1] in out.others


def _numbers(table: Table) -> list[int]:
    top = table.head.place.line
    return [top, top + 1, *(row.place.line for row in table.rows)]


def _uri(target: str, page: Page) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), target))
