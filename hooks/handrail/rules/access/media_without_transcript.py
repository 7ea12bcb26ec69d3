"""Every recording has a transcript, right behind it or a link away.

Deaf people cannot use a recording without one, deafblind people read it in Braille, and everyone
else can search it. WCAG 2.2, 1.2.1 Audio-only and video-only, 1.2.3 Audio description or media
alternative.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.html import Element
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "media-without-transcript"
LEVEL = "error"
ACT = ()
LOOKS_AT = frozenset(("audio", "video"))

_NAME = "transcript"


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each video or audio without the word transcript in it, in the text around it or
    in the block right behind."""
    written = written_of(page, handbook)
    for media in written.elements("audio", "video"):
        if not any(_NAME in text.casefold() for text in _around(media)):
            yield Fault(
                written.place(media),
                f"the {media.tag} has no transcript",
                "put it right behind, or a link: [Transcript of the recording](transcript.md)",
            )


def _around(media: Element) -> Iterator[str]:
    """The text of a recording, of the block it stands in, and of the next block."""
    yield media.text
    block = media
    while isinstance(block.parent, Element) and block.parent.tag in ("p", "figure", "div"):
        block = block.parent
    yield block.text
    following = next((node for node in block.next_siblings if isinstance(node, Element)), None)
    if following is not None:
        yield following.text
