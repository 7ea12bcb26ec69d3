"""Links that writers made from one page of the protocol to another."""

from __future__ import annotations

from collections.abc import Iterator

from handrail.handbook import Handbook
from handrail.link import Link
from handrail.page import Page


def page_links(handbook: Handbook) -> Iterator[tuple[Link, Page, Page]]:
    """(link, its page, the page it leads to) for each; links within one page are left out."""
    for link in handbook.links:
        target = handbook.page.get(link.uri)
        if target is not None and link.uri != link.page and not link.made:
            yield link, handbook.page[link.page], target
