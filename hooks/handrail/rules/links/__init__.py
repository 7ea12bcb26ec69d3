"""Links: everything that leads somewhere does."""

from handrail.rules.links import (
    anchor_missing,
    link_broken,
    link_leaves_docs,
)

RULES = (
    link_broken,
    anchor_missing,
    link_leaves_docs,
)
