"""Every button made of a picture says in words what it does.

Without words, a screen reader reads out the file name of the picture or nothing, and nobody can ask
for the button by voice.

WCAG 2.2, 1.1.1 Non-text Content and 4.1.2 Name, Role, Value. ACT rule 59796f.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.facts import facts_of
from handrail.access.implicit import input_type
from handrail.access.names import nameless
from handrail.access.quoting import tag_of
from handrail.finding import Fault
from handrail.html import Document

ID = "image-button-without-name"
LEVEL = "error"
ACT = ("59796f",)
LOOKS_AT = frozenset(("input",))


def check_html(document: Document) -> Iterator[Fault]:
    """Find image buttons that have no accessible name."""
    facts = facts_of(document)
    images = (e for e in facts.html("input") if input_type(e) == "image")
    for element in nameless(facts, images):
        yield Fault(
            document.place(element),
            f"the picture button {tag_of(element)} does not say what it does",
            'say it in its alt, such as alt="Search"',
        )
