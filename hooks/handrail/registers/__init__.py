"""What the registers add to the site: parts of pages, such as citations and directories, and files,
such as feeds. Each register is a module with one or both of

* `add(page, handbook)`, which yields `Addition`s to a page, and
* `files(handbook)`, which yields (path in the site, what makes its text or bytes).

Both get the whole handbook with every page rendered; paths alone are asked for before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from types import ModuleType

from handrail.handbook import Handbook
from handrail.page import Page
from handrail.registers import (
    agencies,
    champions,
    law,
    moved,
    outside,
    pathways,
    references,
    review,
    statement,
)
from handrail.registers.addition import Addition, insert
from handrail.registers.markup import addressed

REGISTERS: tuple[ModuleType, ...] = (
    pathways, law, agencies, champions, review, outside, references, statement, moved,
)  # fmt: skip
"""Every register, listed by hand, in the order in which their additions stand on a page."""


def completed(page: Page, handbook: Handbook) -> str:
    """The rendered HTML of a page with what the registers add to it."""
    added = [
        replace(addition, html=addressed(addition.html, page, handbook))
        for register in REGISTERS
        if hasattr(register, "add")
        for addition in register.add(page, handbook)
    ]
    document = handbook.rendered[page.uri]
    return insert(document, added) if added else document.source


def files(handbook: Handbook) -> Iterator[tuple[str, str | bytes]]:
    """Files that the registers add to the site: (path in the site, content)."""
    return ((uri, make()) for uri, make in _makers(handbook))


def file_uris(handbook: Handbook) -> Iterator[str]:
    """Their paths alone, which are known before pages are rendered."""
    return (uri for uri, _ in _makers(handbook))


def _makers(handbook: Handbook) -> Iterator[tuple[str, Callable[[], str | bytes]]]:
    for register in REGISTERS:
        if hasattr(register, "files"):
            yield from register.files(handbook)


__all__ = ["REGISTERS", "Addition", "completed", "file_uris", "files"]
