"""Every drawing that counts as an image has a text that stands for it.

A drawing with `role="img"` is announced as an image; without a name people who cannot see it learn
that there is something and nothing about what it shows.

WCAG 2.2, 1.1.1 Non-text Content; SVG-AAM 1.0. ACT rule 7d6734.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.access.facts import facts_of
from handrail.access.names import nameless
from handrail.access.quoting import tag_of
from handrail.access.semantics import role_of, with_explicit_role
from handrail.finding import Fault
from handrail.html import Document, Namespace

ID = "svg-image-without-name"
LEVEL = "error"
ACT = ("7d6734",)
LOOKS_AT = frozenset(("[role]",))

_IMAGES = frozenset(("img", "image", "graphics-document", "graphics-symbol"))


def check_html(document: Document) -> Iterator[Fault]:
    """Find drawings with the explicit role of an image and no accessible name."""
    facts = facts_of(document)
    drawn = [
        element
        for element, _ in with_explicit_role(facts)
        if element.namespace is Namespace.SVG and role_of(facts, element) in _IMAGES
    ]
    for element in nameless(facts, drawn):
        yield Fault(
            document.place(element),
            f"no text stands for the drawing {tag_of(element)}",
            'put a <title> first in it, or use aria-hidden="true" if it is only decoration',
        )
