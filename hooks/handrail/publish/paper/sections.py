"""Sections of a page by what their headings say: when to use it, what to record, what to tell."""

from __future__ import annotations

import re

from handrail.html import Element, words
from handrail.publish.paper.source import Source, is_unprinted

RECORD = re.compile(r"what to record", re.IGNORECASE)
TELL = re.compile(r"what to tell", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def find_section(name: re.Pattern, source: Source) -> tuple[Element | None, list[Element]]:
    """The heading that begins with `name`, and the blocks below it as far as a pathway; None and
    nothing where the page has no such section."""
    blocks = [part for part in source.document.root.children if isinstance(part, Element)]
    for number, block in enumerate(blocks):
        if block.tag in _HEADINGS and name.match(words(block).strip()):
            return block, _below(block, blocks[number + 1 :])
    return None, []


def _below(heading: Element, blocks: list[Element]) -> list[Element]:
    found = []
    for block in blocks:
        if block.tag in _HEADINGS and block.tag <= heading.tag:
            break
        if block.tag == "figure" or block.select_one("figure.pathway"):
            break
        if not is_unprinted(block):
            found.append(block)
    return found
