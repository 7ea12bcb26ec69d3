"""The permanent ID of a provision's heading says the same as its words.

The citation and the official link are made from the ID, so readers of "Section 47" with the ID
section-17 are sent to another duty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.law.mentions import Mention, read_mentions
from handrail.law.provisions import read_id
from handrail.law.register import Entry
from handrail.records import Provision

ID = "provision-id-disagrees"
LEVEL = "error"
ACT = ()

_PLACES = {"Act": "section", "Measure": "section", "Regulations": "regulation", "Order": "article",
           "Rules": "rule"}  # fmt: skip
"""What each kind of instrument is divided into."""


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each heading of an instrument whose words and ID name different provisions."""
    for entry in handbook.law.entries.values():
        for provision in entry.instrument.provisions:
            fault = _words(provision) or _kind(entry, provision)
            if fault:
                yield fault


def _words(provision: Provision) -> Fault | None:
    mention = _named(provision.heading)
    pinpoint = read_id(provision.id)
    if mention is None or (pinpoint and mention.fits(pinpoint)):
        return None
    right = mention.pinpoints[0].id
    message = f'heading "{mention.text}" has the ID #{provision.id}'
    return Fault(
        provision.place, message, f"write {{#{right}}} after the heading, or correct its words"
    )


def _named(heading: str) -> Mention | None:
    """The provision that a heading begins with."""
    mentions = read_mentions(heading)
    return mentions[0] if mentions and heading.startswith(mentions[0].text) else None


def _kind(entry: Entry, provision: Provision) -> Fault | None:
    pinpoint = read_id(provision.id)
    words = re.findall(rf"\b({'|'.join(_PLACES)})\b", entry.title)
    if not (pinpoint and entry.key and words):
        return None
    kind, right = pinpoint.levels[0].kind, _PLACES[words[-1]]
    if kind == right or kind not in _PLACES.values():
        return None
    message = f'#{provision.id} names a {kind}, but "{entry.title}" has {right}s'
    return Fault(provision.place, message, f"write {{#{provision.id.replace(kind, right, 1)}}}")
