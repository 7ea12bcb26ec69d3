"""The file of a page has a name that can be typed and read out.

The name is the page's address. With a space it breaks in emails and in many editors, and with a
capital it opens on one server and not on another.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page

ID = "file-name-hard-to-type"
LEVEL = "warning"
ACT = ()


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for a name, or the folder's, with other signs than small letters, digits, - _ ."""
    folder, name = posixpath.split(page.uri)
    better = posixpath.join(_typed(folder), name if page.is_index else _typed(name))
    if better != page.uri:
        help = f"rename the file to {better}, and correct the links and the menu"
        yield Fault(page.start, f'"{page.uri}" is hard to type as an address', help)


def _typed(path: str) -> str:
    plain = unicodedata.normalize("NFKD", path).encode("ascii", "ignore").decode().lower()
    return re.sub(r"-?\.-?(?=\w+$)", ".", re.sub(r"[^a-z0-9._/-]+", "-", plain)).strip("-")
