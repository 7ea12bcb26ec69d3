"""Every diagram is drawn when the site is built.

One that is left to the reader's browser needs its scripts, is slow on old machines, and is missing
from the PDFs.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.html import Document

ID = "diagram-left-to-browser"
LEVEL = "warning"
ACT = ()


def check_html(document: Document) -> Iterator[Fault]:
    """One fault for each diagram that was left to the browser."""
    for element in document.elements("div"):
        if element.has_class("mermaid"):
            yield Fault(
                document.place(element),
                "the diagram cannot be drawn when the site is built; browsers will try to",
                "use a flowchart, or check the first line of the diagram",
            )
