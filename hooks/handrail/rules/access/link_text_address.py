"""A link is called by what it leads to, not by its address.

Screen readers read an address letter by letter, and nobody can tell from it what waits there.
WCAG 2.2, 2.4.4 Link purpose (in context). Email addresses, and names of sites that people say aloud
(www.childline.org.uk), are words of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "link-text-address"
LEVEL = "warning"
ACT = ()

_ADDRESS = re.compile(r"(?i)(?:https?|ftp|file):/*\S+|(?:www\.)?[\w-]+(?:\.[\w-]+)+/\S+")


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each link whose words are an address."""
    written = written_of(page, handbook)
    for link, text in written.links():
        if _ADDRESS.fullmatch(text):
            yield Fault(
                written.place(link),
                f'the link\'s words are its address: "{text}"',
                f"write what it leads to: [Name of the page]({link.attr('href')})",
            )
