"""A picture's description is written in words, not taken from its file's name.

"IMG underscore 2041 dot J P G" tells nobody what the picture shows. WCAG 2.2, 1.1.1 Non-text
content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "picture-words-are-file-name"
LEVEL = "error"
ACT = ()
LOOKS_AT = frozenset(("img",))

_FILE = re.compile(
    r"(?i)\S+\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|avif|heic)"
    r"|(?:img|dsc|dcim|image|picture|photo|scan|screen ?shot)[\s_-]*\d[\s\d._:-]*"
    r"(?:at [\d.:-]+(?: [ap]m)?)?"
)


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each picture described by the name of a file."""
    written = written_of(page, handbook)
    for picture in written.elements("img"):
        alt = " ".join((picture.attr("alt") or "").split())
        if alt and (_FILE.fullmatch(alt) or _is_stem(alt, picture.attr("src") or "")):
            yield Fault(
                written.place(picture),
                f'the picture is described by a file\'s name, "{alt}"',
                "write what it shows, as you would tell it on the phone",
            )


def _is_stem(alt: str, source: str) -> bool:
    """True where a description is the file's name without its ending, and no ordinary word."""
    stem = source.rsplit("/", 1)[-1].rpartition(".")[0]
    return alt == stem and bool(re.search(r"[\d_-]", stem))
