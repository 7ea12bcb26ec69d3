"""A link to a file says what kind of file it is and how large.

A file opens another program or fills a phone's allowance, and some people cannot open it at all:
they want to know before. Nobody can know the size of a file that the build makes, so its kind is
enough. Guidance of GOV.UK on links; WCAG 2.2, 3.2 Predictable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.html import Element, Text
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "link-to-file-unexplained"
LEVEL = "warning"
ACT = ()

KINDS = {
    "pdf": "PDF", "doc": "Word", "docx": "Word", "odt": "OpenDocument text", "rtf": "RTF",
    "xls": "Excel", "xlsx": "Excel", "ods": "OpenDocument spreadsheet", "csv": "CSV",
    "ppt": "PowerPoint", "pptx": "PowerPoint", "odp": "OpenDocument slides", "zip": "ZIP",
    "mp3": "MP3", "mp4": "MP4", "epub": "EPUB",
}  # fmt: skip
"""What people call a file, by the ending of its name."""
_ENDING = re.compile(r"\.(\w{3,4})$")
_QUERY = re.compile(r"[?#].*")
_SIZE = re.compile(r"(?i)\d\s*(?:bytes|kb|mb|gb|kilobytes|megabytes)\b")
_BEHIND = re.compile(r"\s*\([^()]*\)")


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each link to a file that lacks its kind or size, in its words or in brackets
    right behind."""
    written = written_of(page, handbook)
    for link, text in written.links():
        path = _QUERY.sub("", link.attr("href"))
        ending = _ENDING.search(path)
        kind = KINDS.get(ending[1].lower()) if ending else None
        if kind is None:
            continue
        said = f"{text} {_behind(link)}"
        is_kind = any(name.casefold() in said.casefold() for name in (kind, ending[1]))
        plain = _BEHIND.sub("", text)
        if path.lstrip("./") in handbook.made:
            lacks = "" if is_kind else f"that it leads to a {kind} file"
            way = f"add it to its words: {plain} ({kind})"
        else:
            size = "" if _SIZE.search(said) else "how large it is"
            lacks = size if is_kind else f"that it leads to a {kind} file, or its size"
            way = f"add both to its words: {plain} ({kind}, 120 KB)"
        if lacks:
            yield Fault(written.place(link), f'the link "{text}" does not say {lacks}', way)


def _behind(link: Element) -> str:
    """What stands in brackets right behind a link."""
    node = next(iter(link.next_siblings), None)
    found = _BEHIND.match(node.data) if isinstance(node, Text) else None
    return found.group(0) if found else ""
