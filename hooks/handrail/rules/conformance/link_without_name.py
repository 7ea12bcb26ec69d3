"""Every link says where it goes.

A link without words is read out as "link", or letter by letter as its address. People who cannot
see its picture, and people who work by voice, cannot use it.

WCAG 2.2, 2.4.4 Link Purpose (In Context) and 4.1.2 Name, Role, Value. ACT rule c487ae.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.facts import facts_of
from handrail.access.names import nameless_of
from handrail.access.quoting import cut, tag_of
from handrail.access.roles import LINKS
from handrail.finding import Fault
from handrail.html import Document, Element

ID = "link-without-name"
LEVEL = "error"
ACT = ("c487ae",)


def check_html(document: Document) -> Iterator[Fault]:
    """Find links that have no accessible name."""
    facts = facts_of(document)
    for element in nameless_of(facts, LINKS):
        yield Fault(
            document.place(element),
            f"the link {_target(element)} has no words",
            _help(element),
        )


def _target(element: Element) -> str:
    href = (element.attr("href") or "").strip()
    return f'to "{cut(href)}"' if href else tag_of(element)


def _help(element: Element) -> str:
    if element.tag == "area":
        return "say where it goes in its alt"
    if next(element.iter_elements("img"), None) is not None:
        return "say where it goes in the text that stands for its image"
    return "write where it goes between its tags, or remove it"
