"""Every diagram is drawn when the site is built.

One that is left to the reader's browser needs its scripts, is slow on old machines, and is missing
from the PDFs.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook

ID = "diagram-left-to-browser"
LEVEL = "warning"
ACT = ()

SMALLER = "split it: move a part to a pathway of its own and refer to it"
KINDS = "begin its first line with flowchart, or with a kind that is older"


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each diagram that was left to the browser though it can be read."""
    written = {(d.place.path, d.place.line): d for d in handbook.diagrams}
    for document in handbook.rendered.values():
        for element in document.elements("div"):
            if element.has_class("mermaid"):
                place = document.place(element)
                diagram = written.get((place.path, place.line))
                if not (diagram and diagram.unread):
                    yield Fault(
                        place,
                        "the diagram cannot be drawn when the site is built; browsers will try to",
                        SMALLER if diagram and diagram.steps else KINDS,
                    )
