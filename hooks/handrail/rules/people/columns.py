"""The columns of a champion table."""

from __future__ import annotations

NEEDED = ("post", "team", "area", "topics", "phone", "email", "hours", "last confirmed")
"""Columns that every table has and cells that every row fills, in the order to show them."""
OPTIONAL = ("deputy", "languages", "consent")
"""Columns that a table may have."""
NAME = "name"
"""What the column of posts may be called instead, where people are listed by name."""

NOTHING = frozenset(("", "-", "–", "—", "?", "tbc", "tba", "n/a"))
"""Cells that say nothing."""
NONE = frozenset(("none", "no phone", "no email"))
"""Phone and email cells that say there is none."""


def heading(column: str) -> str:
    """A column's name as it stands in a table's head."""
    return column.capitalize()
