"""Access: what shuts readers out, at the line the writer wrote."""

from handrail.rules.access import (
    heading_skips_level,
    image_without_alt,
    link_text_vague,
    table_without_header,
)

RULES = (
    image_without_alt,
    heading_skips_level,
    link_text_vague,
    table_without_header,
)
