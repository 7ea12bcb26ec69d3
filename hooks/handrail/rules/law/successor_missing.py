"""An instrument that is superseded names the one that has taken its place.

"Superseded" alone leaves the reader with a law that no longer holds and no way to today's.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.law.register import Entry
from handrail.rules.near import did_you_mean

ID = "successor-missing"
LEVEL = "error"
ACT = ()

_OTHERWISE = "write the path of the page of an instrument, from this page"


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each superseded instrument without a successor, and for each successor that is
    no instrument of this protocol."""
    for entry in handbook.law.entries.values():
        page = entry.instrument.page
        if entry.superseded_by and entry.superseded_by not in handbook.law.entries:
            written = page.get("superseded_by")
            message = f'superseded_by is "{written}", which is not the page of an instrument'
            help = did_you_mean(written, _names(entry, handbook), _OTHERWISE)
            yield Fault(page.place_of("superseded_by"), message, help)
        elif entry.instrument.standing == "superseded" and not entry.superseded_by:
            message = f'"{entry.title}" is superseded, but does not say by what'
            help = "add a line such as superseded_by: working-together-2026.md"
            yield Fault(page.place_of("standing"), message, help)


def _names(entry: Entry, handbook: Handbook) -> list[str]:
    """The other instruments of the same folder, as a writer would name them."""
    folder, _, _ = entry.uri.rpartition("/")
    prefix = f"{folder}/" if folder else ""
    uris = (uri for uri in handbook.law.entries if uri.startswith(prefix))
    return [uri.removeprefix(prefix) for uri in uris]
