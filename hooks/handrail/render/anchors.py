"""Keeps the anchors that headings had before: an empty element in the heading bears each."""

from __future__ import annotations

import re
from html import escape

from handrail.moved import KEPT, old_anchors
from handrail.page import Page


def with_old_anchors(html: str, page: Page) -> str:
    """A page's rendered HTML with its `old_anchors`. Those whose heading is not there are left to
    the rules."""
    for anchor in old_anchors(page):
        place = f'<span class="{KEPT}" id="{escape(anchor.name)}"></span>'
        heading = rf'(<h[1-6]\b[^>]*\bid="{re.escape(escape(anchor.heading))}"[^>]*>)'
        if anchor.name and anchor.heading:
            html = re.sub(heading, lambda start, place=place: start[1] + place, html, count=1)
    return html
