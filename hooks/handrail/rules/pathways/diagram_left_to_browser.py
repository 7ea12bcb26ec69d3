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


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each diagram that was left to the browser though it can be read."""
    unread = {(d.place.path, d.place.line) for d in handbook.diagrams if d.unread}
    for document in handbook.rendered.values():
        for element in document.elements("div"):
            place = document.place(element)
            if element.has_class("mermaid") and (place.path, place.line) not in unread:
                yield Fault(
                    place,
                    "the diagram cannot be drawn when the site is built; browsers will try to",
                    "begin its first line with flowchart, or with a kind that is older",
                )
