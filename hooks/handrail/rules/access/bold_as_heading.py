"""What looks like a heading is one.

Screen reader users jump from heading to heading and get a list of all of them; a line in bold is in
neither, nor in the page's contents or the PDF's bookmarks. WCAG 2.2, 1.3.1 Info and relationships.
A bold sentence with its full stop is taken for a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.html import Element, Text
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "bold-as-heading"
LEVEL = "warning"
ACT = ()
LOOKS_AT = frozenset(("strong", "b"))

LONGEST = 80
_INSIDE = frozenset(("blockquote", "figure", "td", "th", "li"))


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each short paragraph, or first line of one, that is all bold and stands before
    something else."""
    written = written_of(page, handbook)
    for bold in written.elements("strong", "b"):
        text = " ".join(bold.text.split())
        if not 0 < len(text) <= LONGEST or text[-1] in ".!,;…":
            continue
        if (_is_alone(bold) or _is_first_line(bold)) and any(map(str.isalpha, text)):
            yield Fault(
                written.place(bold, text),
                f'"{text}" looks like a heading and is none',
                f"write it as a heading: ## {text.rstrip(':')}",
            )


def _is_alone(bold: Element) -> bool:
    """True where a paragraph holds nothing else, and something follows it."""
    block = bold.parent
    if not _is_paragraph(block):
        return False
    beside = "".join(node.data for node in block if isinstance(node, Text)).strip()
    others = [node for node in block if isinstance(node, Element) and node is not bold]
    follows = next((node for node in block.next_siblings if isinstance(node, Element)), None)
    return beside in ("", ":") and not others and follows is not None


def _is_first_line(bold: Element) -> bool:
    """True where one line break stands in a paragraph, right behind bold words, and a sentence
    follows it. A name above an address is none."""
    block = bold.parent
    if not _is_paragraph(block):
        return False
    nodes = [node for node in block if not isinstance(node, Text) or node.data.strip()]
    breaks = [at for at, node in enumerate(nodes) if getattr(node, "tag", "") == "br"]
    return breaks == [1] and nodes[0] == bold and block.text.rstrip().endswith((".", "!", "?"))


def _is_paragraph(block: object) -> bool:
    if not isinstance(block, Element) or block.tag != "p":
        return False
    return not (isinstance(block.parent, Element) and block.parent.tag in _INSIDE)
