"""Every embedded picture, sound or film has a text that stands for it.

People who cannot see or hear what an `<object>` embeds are told nothing about it. What stands
between its tags is shown only where the file cannot be.

WCAG 2.2, 1.1.1 Non-text Content. ACT rule 8fc3b6.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from urllib.parse import urlsplit

from handrail.access.facts import facts_of
from handrail.access.names import nameless
from handrail.access.quoting import tag_of
from handrail.access.semantics import explicit_role
from handrail.finding import Fault
from handrail.html import Document, Element

ID = "object-without-name"
LEVEL = "error"
ACT = ("8fc3b6",)

_TYPES = mimetypes.MimeTypes()


def check_html(document: Document) -> Iterator[Fault]:
    """Find objects that embed media and have no accessible name."""
    facts = facts_of(document)
    for element in nameless(facts, facts.html("object")):
        if explicit_role(element) is None and _media_type(element) in ("image", "audio", "video"):
            yield Fault(
                document.place(element),
                f"no text stands for what {tag_of(element)} embeds",
                "say what it is in its aria-label or title",
            )


def _media_type(element: Element) -> str:
    """The first half of the MIME type of what is embedded, such as `image`."""
    data = (element.attr("data") or "").strip()
    written = (element.attr("type") or "").strip().lower()
    if not data:
        return ""
    if data[:5].lower() == "data:":
        return data[5:].split("/", 1)[0].lower()
    return written.split("/", 1)[0] or (_guess(data) or "").split("/", 1)[0]


def _guess(address: str) -> str | None:
    """The MIME type that the ending of an address stands for."""
    try:
        path = urlsplit(address).path
    except ValueError:
        return None
    ending = path.rsplit("/", 1)[-1]
    return _TYPES.guess_type(ending.lower())[0]
