"""HTML that several registers make. Who escapes what writers wrote is said at each function."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Sequence
from html import escape, unescape

from handrail.address import path_from, relative_address
from handrail.handbook import Handbook
from handrail.html import WRITTEN
from handrail.page import Page


def link(page: Page, target: str, words: str, attributes: str = "") -> str:
    """A link from `page` to `target`, a path from the docs folder, or of a file that is made beside
    it, with or without an anchor.

    It carries the path as a writer would put it, so that the rules check it and the PDF follows
    it. `words` are escaped; `attributes` are others that it has.
    """
    path, mark, anchor = target.partition("#")
    written = path_from(page.uri, path) + mark + anchor
    href = relative_address(page.uri, target)
    more = f" {attributes}" if attributes else ""
    return f'<a href="{escape(href)}" {WRITTEN}="{escape(written)}"{more}>{escape(words)}</a>'


def addressed(html: str, page: Page, handbook: Handbook) -> str:
    """HTML with links that `link` made, with the addresses of a site whose pages are no folders."""
    folder = posixpath.dirname(page.uri)

    def tag(match: re.Match) -> str:
        path, mark, anchor = unescape(match[1]).partition("#")
        target = posixpath.normpath(posixpath.join(folder, path)) + mark + anchor
        return f'<a href="{escape(handbook.way(page.uri, target))}" {WRITTEN}="{match[1]}"'

    return html if handbook.folders else _MADE.sub(tag, html)


_MADE = re.compile(rf'<a href="[^"]*" {WRITTEN}="([^"]*)"')


def table(caption: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table with a caption and column headers. Cells are HTML, escaped by the caller."""
    columns = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    body = "\n".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows
    )
    return (
        f"<table>\n<caption>{escape(caption)}</caption>\n<thead><tr>{columns}</tr></thead>\n"
        f"<tbody>\n{body}\n</tbody>\n</table>"
    )
