"""Every diagram can be read.

A diagram with one stray bracket shows staff an error instead of the way.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.pathway import Diagram

ID = "diagram-unreadable"
LEVEL = "error"
ACT = ()


def check_pathway(diagram: Diagram, handbook: Handbook) -> Iterator[Fault]:
    """What the reader kept, as a fault."""
    return (unread.fault for unread in diagram.unread if unread.rule == ID)
