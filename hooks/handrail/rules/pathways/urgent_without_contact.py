"""A pathway that has to be quick says whom to call.

Nobody should have to look for a number while a child is in danger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.html import Document, words

ID = "urgent-without-contact"
LEVEL = "error"
ACT = ()


_URGENT = re.compile(
    r"\b(?:999|at once|immediately|straight away|in danger|emergency|crisis)\b", re.IGNORECASE
)
_NUMBER = re.compile(r"\b999\b|\b0[\d ]{8,12}\b")


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each page with an urgent step and neither a number nor a link to contacts."""
    agencies = {page.uri for page in handbook.pages if page.type == "agency"}
    calling = {link.page for link in handbook.links if link.uri in agencies}
    for diagram in handbook.diagrams:
        urgent = next((step for step in diagram.steps if _URGENT.search(step.text)), None)
        document = handbook.rendered.get(diagram.uri)
        if urgent and document and diagram.uri not in calling and not _has_number(document):
            yield Fault(
                urgent.place,
                f'step "{urgent.text}" is urgent, but the page gives no number to call',
                "write the number at the top of the page, or link to the contacts of the agency",
            )


def _has_number(document: Document) -> bool:
    return any(_NUMBER.search(words(element)) for element in document.elements("p", "li", "td"))
