"""A link's words say where it leads.

Screen readers list links without the sentence around them: ten times "click here" is no list.
WCAG 2.2, 2.4.4 Link purpose (in context), and the guidance of GOV.UK on links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.html import Document, Element, words

ID = "link-text-vague"
LEVEL = "error"
ACT = ()


VAGUE = frozenset({
    "here", "click", "click here", "click this", "this", "this link", "this page", "link", "more",
    "read more", "see more", "see here", "view", "view more", "find out more", "learn more",
    "details", "more details", "more information", "further information", "info", "go", "continue",
    "download", "document", "page", "website", "below", "above", "more info", "the link",
    "this document", "open", "visit website", "visit site", "view website", "",
})  # fmt: skip


_AROUND = re.compile(
    r"^please |(?<=here) to (?:continue|download|find out|learn|open|proceed|read|see|view)"
    r"(?: (?:it|more|this))?$"
)


def check_html(document: Document) -> Iterator[Fault]:
    """One fault for each link whose words would fit any link."""
    for element in document.elements("a"):
        text = words(element)
        if text and _is_vague(text) and element.attr("href") and not _is_named(element):
            yield Fault(
                document.place(element),
                f'link text "{text}" does not say where the link leads',
                "use the name of the page or the thing it leads to",
            )


def _is_named(element: Element) -> bool:
    return bool(element.attr("aria-label") or element.attr("aria-labelledby"))


def _is_vague(text: str) -> bool:
    said = text.casefold().strip(" .:…>»→")
    # Most links have neither word, and a page has hundreds of links.
    return said in VAGUE or (
        ("please" in said or "here" in said) and _AROUND.sub("", said) in VAGUE
    )
