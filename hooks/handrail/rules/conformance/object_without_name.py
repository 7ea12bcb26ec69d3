"""Every embedded picture, sound or film has a text that stands for it.

People who cannot see or hear what an `<object>` embeds are told nothing about it. What stands
between its tags is shown only where the file cannot be.

WCAG 2.2, 1.1.1 Non-text Content. ACT rule 8fc3b6.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from handrail.access.facts import facts_of
from handrail.access.names import nameless
from handrail.access.quoting import tag_of
from handrail.access.roles import explicit_role
from handrail.access.words import words
from handrail.finding import Fault
from handrail.html import Document, Element

ID = "object-without-name"
LEVEL = "error"
ACT = ("8fc3b6",)
LOOKS_AT = frozenset(("object",))

_MEDIA = frozenset(("image", "audio", "video"))
_ENDINGS = words(
    """aac apng avi avif bmp flac gif ico jfif jpeg jpg m4a m4v mkv mov mp3 mp4 mpeg mpg oga ogg ogv
    opus png svg tif tiff wav weba webm webp"""
)


def check_html(document: Document) -> Iterator[Fault]:
    """Find objects that embed media and have no accessible name."""
    facts = facts_of(document)
    for element in nameless(facts, facts.html("object")):
        if explicit_role(element) is None and _embeds_media(element):
            yield Fault(
                document.place(element),
                f"no text stands for what {tag_of(element)} embeds",
                "say what it is in its aria-label or title",
            )


def _embeds_media(element: Element) -> bool:
    """Whether the file embedded is a picture, a sound or a film, by its type, else its ending."""
    data = (element.attr("data") or "").strip()
    kind = (element.attr("type") or "").strip().lower()
    if data[:5].lower() == "data:":
        kind = data[5:40].lower()
    if kind:
        return bool(data) and kind.split("/", 1)[0] in _MEDIA
    return _ending(data) in _ENDINGS


def _ending(address: str) -> str:
    """What stands after the last dot of the path of an address."""
    try:
        path = urlsplit(address).path
    except ValueError:
        return ""
    return path.rsplit("/", 1)[-1].rpartition(".")[2].lower()
