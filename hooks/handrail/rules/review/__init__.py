"""Review: what is still open, what is out of date, and what changed."""

from handrail.rules.review import (
    change_note_wrong,
    change_without_note,
    contact_example,
    placeholder_open,
    placeholder_wrong,
)

RULES = (
    placeholder_wrong,
    placeholder_open,
    contact_example,
    change_note_wrong,
    change_without_note,
)
