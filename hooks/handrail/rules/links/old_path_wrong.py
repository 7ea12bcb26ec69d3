"""Every old address leads to one page, and no page stands there any more.

Printed sheets, emails and other sites go on naming an address long after its page has moved.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault, Place
from handrail.handbook import Handbook
from handrail.moved import is_old_path, old_paths
from handrail.page import Page

ID = "old-path-wrong"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each entry of `old_paths` that cannot be an old address of its page."""
    first: dict[str, Page] = {}
    for page in handbook.pages:
        for path, place in old_paths(page):
            yield from _faults(path, place, first.setdefault(path, page), page, handbook)


def _faults(
    path: str, place: Place, first: Page, page: Page, handbook: Handbook
) -> Iterator[Fault]:
    if not is_old_path(path):
        yield Fault(
            place,
            f'"{path}" in old_paths is not the path of a page',
            "write it as it was in the docs folder: pathways/crisis.md",
        )
    elif path in handbook.files:
        message = f'"{path}" in old_paths is a page that stands there now'
        yield Fault(place, message, "remove it from old_paths, or move that page")
    elif first is not page:
        message = f'"{path}" is in old_paths of {first.path} already'
        yield Fault(place, message, "keep it on the page that has taken its place")
    elif page.fields["old_paths"].values.count(path) > 1 and first is page:
        yield from _twice(path, place, page)


def _twice(path: str, place: Place, page: Page) -> Iterator[Fault]:
    """A fault for each entry but the first of those that are alike."""
    if next(at for other, at in old_paths(page) if other == path) != place:
        yield Fault(place, f'"{path}" stands twice in old_paths', "keep one of the two")
