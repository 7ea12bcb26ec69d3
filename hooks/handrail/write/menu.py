"""Puts a new page where readers find it: into the menu, and into the list of its folder."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence

from handrail.address import path_from
from handrail.menu import MenuLine
from handrail.page import Page
from handrail.read.menu import read_menu
from handrail.read.tables import cell_spans, read_tables
from handrail.write.source import Mend

_ITEM = re.compile(r"- \[[^\]]+\]\((?P<target>[^)#\s]+)\)\s*")
_FIRST_LINK = re.compile(r"[\s|]*\[[^\]]+\]\((?P<target>[^)#\s]+)")


def menu_line(lines: Sequence[str], uri: str, beside: Sequence[str]) -> Mend | None:
    """The line that the menu needs for a new page; None where it needs none, because the settings
    have no menu, or where it cannot be told how to write it.

    `lines` are those of the settings, `beside` the pages that it belongs to, from the docs folder.
    """
    menu = read_menu("\n".join(lines), "mkdocs.yml")
    near = _together([line for line in menu if line.written in beside]) or list(menu)
    if not near or uri in {line.written for line in menu}:
        return None
    at = near[-1].place.line
    item = re.match(r"\s*- ", lines[at - 1])
    mend = Mend(at + 1, "menu", "", f"{item.group()}{uri}" if item else "", added=True)
    after = "\n".join([*lines[:at], mend.after, *lines[at:]])
    fits = len(read_menu(after, "mkdocs.yml")) == len(menu) + 1
    return mend if item and fits else None


def _together(near: Sequence[MenuLine]) -> list[MenuLine]:
    """Most of the pages, that stand side by side: one of them may have its line elsewhere."""
    runs: list[list[MenuLine]] = []
    for line in near:
        if not runs or line.place.line != runs[-1][-1].place.line + 1:
            runs.append([])
        runs[-1].append(line)
    return max(reversed(runs), key=len, default=[])


def list_line(
    index: Page, uri: str, title: str, hint: str, words: str, beside: Sequence[str]
) -> Mend | None:
    """The row or item that the page of a folder needs to list a new page; None where it has neither
    table nor list of such pages.

    `hint` stands behind the link, as in `(for staff)`; `words` go into the second column of a
    table; further columns are left to fill in.
    """
    lines = index.text.split("\n")
    link = f"[{title}]({path_from(index.uri, uri)}){hint}"
    tables = [table for table in read_tables(index) if table.rows]
    for table in tables:
        last = table.rows[-1].place.line
        if _leads_to(_FIRST_LINK.match(lines[last - 1]), index, beside):
            names = table.head.cells[2:]
            cells = [link, words.rstrip("."), *(f"[[Fill in: {name}]]" for name in names)]
            columns = len(list(cell_spans(lines[last - 1], 0)))
            return _added(last + 1, f"| {' | '.join(cells[:columns])} |")
    items = [
        number
        for number, line in enumerate(lines, 1)
        if _leads_to(_ITEM.fullmatch(line), index, beside)
    ]
    return _added(items[-1] + 1, f"- {link}") if items else None


def _added(line: int, text: str) -> Mend:
    return Mend(line, "list", "", text, added=True)


def _leads_to(match: re.Match | None, index: Page, beside: Sequence[str]) -> bool:
    folder = posixpath.dirname(index.uri)
    return bool(match) and posixpath.normpath(posixpath.join(folder, match["target"])) in beside
