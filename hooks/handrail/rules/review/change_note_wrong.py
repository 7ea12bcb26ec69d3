"""Every note of a change says on which day something changed, and what.

Staff read the notes to learn what to do differently since they last looked.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook

ID = "change-note-wrong"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """What the reader kept, as faults, and one for each day that is still to come."""
    for page in handbook.pages:
        yield from (unread.fault for unread in page.unread if unread.rule == ID)
    for change in handbook.changes:
        if change.day > handbook.settings.today:
            message = f'the change of "{change.day}" is still to come'
            yield Fault(change.place, message, "write the day on which the page changed")
