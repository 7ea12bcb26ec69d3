"""A picture's description says what it shows, not that it is a picture.

Screen readers say "image" themselves; people then hear "image, image of". WCAG 2.2, 1.1.1 Non-text
content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "picture-words-say-picture"
LEVEL = "warning"
ACT = ()
LOOKS_AT = frozenset(("img",))

_SAYS = re.compile(
    r"(?i)(?:an? |the |this )?(?:(?:image|picture|photo(?:graph)?|graphic|icon|illustration)\b"
    r" ?(?:is |shows |showing |of )+(?:of |an? )?|(?:image|picture|photo|graphic|icon):? *$"
    r"|(?:image|picture|graphic|icon|illustration): )"
)


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each description that starts with what screen readers say anyway."""
    written = written_of(page, handbook)
    for picture in written.elements("img"):
        alt = " ".join((picture.attr("alt") or "").split())
        found = _SAYS.match(alt)
        if found:
            rest = alt[found.end() :].strip(" :-")
            short = rest[:1].upper() + rest[1:]
            yield Fault(
                written.place(picture),
                f'the description "{alt}" says that the picture is one',
                f'leave that out: "{short}"' if short else "write what it shows instead",
            )
