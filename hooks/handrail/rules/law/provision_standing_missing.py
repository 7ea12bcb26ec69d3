"""Where only parts of a law are in force, its page says of each provision that is cited whether it
is.

"Partly in force" leaves the worker who follows a link to one section as wise as before.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.law.register import Entry

ID = "provision-standing-missing"
LEVEL = "warning"
ACT = ()

_MOST = 5
"""Provisions that a finding names."""


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each law with provisions that other pages cite and that have no standing."""
    for entry in handbook.law.entries.values():
        cited = [
            id
            for id in entry.pinpoints
            if not entry.standing_of(id) and (entry.uri, id) in handbook.law.cited
        ]
        if cited and entry.instrument.standing:
            yield _fault(entry, cited)


def _fault(entry: Entry, cited: list[str]) -> Fault:
    listed = ", ".join(cited[:_MOST]) + (" and others" if len(cited) > _MOST else "")
    message = (
        f'"{entry.title}" is {entry.instrument.standing} and does not say which of the provisions '
        f"cited are: {listed}"
    )
    help = f"add a line such as provisions: [{cited[0]} -> not yet in force], or [all -> in force]"
    return Fault(entry.instrument.page.place_of("standing"), message, help)
