"""Access: what shuts readers out, at the line the writer wrote."""

from handrail.rules.access import (
    heading_skips_level,
    link_text_vague,
    markup_shown_as_text,
    picture_without_words,
    table_without_header,
)

RULES = (
    picture_without_words,
    heading_skips_level,
    link_text_vague,
    table_without_header,
    markup_shown_as_text,
)
