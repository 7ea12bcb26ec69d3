"""Every footnote has its sign in the text.

A note that nothing points to is read by nobody, or by everybody as if it were about the last line.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.read.definitions import NOTE

ID = "footnote-unused"
LEVEL = "error"
ACT = ()


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each footnote that no sign in the text points to."""
    definitions = handbook.definitions[page.uri]
    used = {mark.key for mark in definitions.used if mark.kind == NOTE}
    for mark in definitions.defined:
        if mark.kind == NOTE and mark.key not in used:
            yield Fault(
                mark.place,
                f"nothing refers to the footnote [^{mark.name}]",
                f"put [^{mark.name}] after the words it is about, or remove the footnote",
            )
