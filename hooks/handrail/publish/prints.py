"""Every PDF of a build: the protocol as one book, a sheet for each pathway, and other forms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from handrail.handbook import Handbook
from handrail.publish.book import print_book
from handrail.publish.forms import print_forms
from handrail.publish.press import Press
from handrail.publish.sheets import print_sheet
from handrail.publish.typeset import CannotPrint
from handrail.publish.uris import BOOK, has_sheet, sheet_uri


def print_all(
    handbook: Handbook, site: Path, press: Press, told: Callable[[], None] = lambda: None
) -> dict[str, int]:
    """Write all PDFs into `site`; returns the bytes of each by its path there, the book's last.

    `told` is called after each, in the order of `print_uris`. Raises `CannotPrint`.
    """
    written = {}
    for uri, content in _prints(handbook, press):
        path = site / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        written[uri] = len(content)
        told()
    press.tidy()
    return written


def _prints(handbook: Handbook, press: Press) -> Iterator[tuple[str, bytes]]:
    # Sheets first: once the engine has set the book, each of them would take twice as long.
    pathways = [page for page in handbook.pages if has_sheet(handbook, page)]
    refused = []
    for page in pathways:
        try:
            content = print_sheet(handbook, page, press)
        except CannotPrint as error:
            refused.append(str(error).rstrip("."))
            continue
        yield sheet_uri(page), content
    if refused:  # told together, so that nobody builds once for each
        raise CannotPrint(".\n".join(refused))
    yield from print_forms(handbook, pathways, press)
    yield BOOK, print_book(handbook, press)
