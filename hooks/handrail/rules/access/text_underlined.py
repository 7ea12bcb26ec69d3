"""Only links are underlined.

On a screen an underline means a link; people try to follow it, and those who cannot see it learn
nothing from it. WCAG 2.2, 1.3.1 Info and relationships; guidance of GOV.UK on style.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.html import words
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "text-underlined"
LEVEL = "error"
ACT = ()
LOOKS_AT = frozenset(("u", "ins", "[style]"))

_UNDERLINE = re.compile(r"(?i)text-decoration[\w-]*\s*:[^;]*\bunderline")


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each underlined passage that is no link."""
    written = written_of(page, handbook)
    for element in written.elements("u", "ins"):
        yield Fault(
            written.place(element, words(element)),
            f'"{words(element)}" is underlined and is no link',
            f"write it in bold if it has to stand out: **{words(element)}**",
        )
    for element, _ in written.with_attribute("style"):
        if element.tag != "a" and _UNDERLINE.search(element.attr("style") or ""):
            yield Fault(
                written.place_of_attribute(element, "style"),
                f'"{words(element)}" is underlined and is no link',
                "remove text-decoration from its style",
            )
