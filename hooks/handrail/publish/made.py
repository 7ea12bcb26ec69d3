"""What a build adds to the site beside the pages and files of the docs folder."""

from __future__ import annotations

from collections.abc import Iterator

from handrail import registers
from handrail.handbook import Handbook
from handrail.publish.offline import NAME as ARCHIVE
from handrail.publish.record import NAME
from handrail.publish.uris import print_uris


def made_uris(handbook: Handbook) -> Iterator[str]:
    """Where each file that writers may link to stands: PDFs, feeds, contacts, the record and the
    archive.

    Before pages are rendered, a pathway counts as one that has a sheet.
    """
    yield from print_uris(handbook)
    yield from registers.file_uris(handbook)
    yield NAME
    if handbook.settings.offline:
        yield ARCHIVE
