"""Every footnote sign has its footnote.

Without it readers see [^3] in the middle of a sentence, and whatever the note said is lost.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.read.definitions import NOTE
from handrail.rules.links.shown import is_shown
from handrail.rules.near import nearest

ID = "footnote-undefined"
LEVEL = "error"
ACT = ()


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each footnote sign without a footnote."""
    definitions = handbook.definitions[page.uri]
    known, document = definitions.keys(NOTE), handbook.rendered.get(page.uri)
    for mark in definitions.used:
        if mark.kind == NOTE and mark.key not in known and is_shown(mark, document):
            near = nearest(mark.name, known)
            help = f"did you mean [^{near}]?" if near else f"add it below: [^{mark.name}]: words"
            yield Fault(mark.place, f"there is no footnote {mark.written}", help)
