"""Every video has captions.

Deaf people, and everyone in an open office, get nothing from a video without them. WCAG 2.2, 1.2.2
Captions (prerecorded).
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.page import Page
from handrail.rules.access.written import written_of

ID = "video-without-captions"
LEVEL = "error"
ACT = ()
LOOKS_AT = frozenset(("video",))

_KINDS = ("captions", "subtitles")


def check_page(page: Page, handbook: Handbook) -> Iterator[Fault]:
    """One fault for each video without a track of captions, unless it says that it is silent."""
    written = written_of(page, handbook)
    for video in written.elements("video"):
        tracks = [track for track in video.iter_elements("track") if track.attr("src")]
        kinds = [track.attr("kind") or "subtitles" for track in tracks]
        if not any(kind in _KINDS for kind in kinds) and video.attr("muted") is None:
            source = video.find("source")
            name = video.attr("src") or (source.attr("src") if source else "") or "without a file"
            yield Fault(
                written.place(video),
                f'the video "{name}" has no captions',
                'add them: <track kind="captions" srclang="en" src="captions.vtt">',
            )
