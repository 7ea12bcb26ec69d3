"""An address that a published page had keeps working when the page moves.

It stands on printed sheets, in emails, in bookmarks and on other sites. Only
`handrail check --since EDITION` looks for this: it compares with an earlier edition in git.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault, Place
from handrail.handbook import Handbook
from handrail.page import Page

ID = "address-lost"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each page or file of the earlier edition whose address would answer no more."""
    for uri, old in handbook.before.items():
        if uri not in handbook.files and uri not in handbook.moved:
            yield _page_fault(old, handbook)
    for uri in sorted(handbook.files_before - handbook.files):
        message = f"/{uri} was an address in {handbook.since} and would be none now"
        help = "keep a file there, or a page that says where it has gone"
        yield Fault(Place(_beside(uri, handbook)), message, help)


def _page_fault(old: Page, handbook: Handbook) -> Fault:
    message = (
        f'/{handbook.address(old.uri)} was the address of "{old.title}" in {handbook.since} '
        "and would be none now"
    )
    heir = _heir(old, handbook)
    if heir is None:
        help = f"add to the page that takes its place: old_paths: [{old.uri}]"
        return Fault(old.start, message, help)
    return Fault(heir.place_of("old_paths"), message, f"add here: old_paths: [{old.uri}]")


def _heir(old: Page, handbook: Handbook) -> Page | None:
    """The page that has most likely taken the place of an old one: the one that says most of what
    it said, and at least half."""
    words = set(old.body.split())
    shares = [(_share(words, set(page.body.split())), page) for page in handbook.pages]
    share, page = max(shares, key=lambda pair: pair[0], default=(0, None))
    return page if share >= 0.5 else None


def _share(words: set[str], others: set[str]) -> float:
    return len(words & others) / max(len(words | others), 1)


def _beside(uri: str, handbook: Handbook) -> str:
    """The path of a file of the docs folder, from the project's folder."""
    known = next(iter(handbook.pages), None)
    return f"{known.path.removesuffix(known.uri)}{uri}" if known else uri
