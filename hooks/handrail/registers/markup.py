"""HTML that several registers make. Who escapes what writers wrote is said at each function."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence
from html import escape

from handrail.address import relative_address, relative_path
from handrail.html import WRITTEN
from handrail.page import Page


def link(page: Page, target: str, words: str) -> str:
    """A link from `page` to `target`, a path from the docs folder with or without an anchor.

    It carries the path as a writer would put it, so that the rules check it and the PDF follows
    it. `words` are escaped.
    """
    path, mark, anchor = target.partition("#")
    written = relative_path(posixpath.dirname(page.uri), path) + mark + anchor
    href = relative_address(page.uri, target)
    return f'<a href="{escape(href)}" {WRITTEN}="{escape(written)}">{escape(words)}</a>'


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
