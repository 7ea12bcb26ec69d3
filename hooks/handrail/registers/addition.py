"""Puts HTML that Handrail makes into pages that writers wrote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handrail.html import Document


@dataclass(frozen=True)
class Addition:
    """HTML that is added to a page. Whoever makes it escapes what writers wrote."""

    html: str
    """One or more block elements."""
    after: str = ""
    """ID of the heading that it follows; empty for the end of the page."""
    at_end: bool = False
    """True for the end of what stands below that heading, in front of the next one."""


def insert(document: Document, additions: Sequence[Addition]) -> str:
    """The document's HTML with the additions in it, several at one place in the order given."""
    html = document.source
    ends = _heading_ends(html)
    by_place: dict[int, list[str]] = {}
    for addition in additions:
        at = ends.get(addition.after, len(html)) if addition.after else len(html)
        at = _next_heading(html, at) if addition.at_end else at
        by_place.setdefault(at, []).append(addition.html)
    for at in sorted(by_place, reverse=True):
        html = html[:at] + "\n" + "\n".join(by_place[at]) + "\n" + html[at:]
    return html


def _heading_ends(html: str) -> dict[str, int]:
    """Where each heading with an ID ends."""
    found = re.finditer(r'<h([1-6])\b[^>]*?\bid="([^"]+)"[^>]*>.*?</h\1>', html, re.DOTALL)
    return {match.group(2): match.end() for match in found}


def _next_heading(html: str, at: int) -> int:
    """Where the next heading, or the page's footnotes, begin."""
    found = _HEADING_OR_NOTES.search(html, at)
    return found.start() if found else len(html)


_HEADING_OR_NOTES = re.compile(r'<h[1-6]\b|<div class="footnote"')
