"""The results of the last audit can be read, where there are any.

The accessibility statement is made from them; without them it says that the site has not been
audited, which would not be true.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.audit import FILE
from handrail.finding import Fault, Place
from handrail.handbook import Handbook

ID = "audit-unreadable"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """A fault where the file is there and cannot be read."""
    if handbook.audit.unread:
        message = f"the results of the audit cannot be read: {handbook.audit.unread}"
        help = "correct the file, or make it anew: handrail check --html site --record audit.json"
        yield Fault(Place(FILE), message, help)
