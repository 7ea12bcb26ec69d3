"""Words: readers know what each abbreviation means, and old names give way to today's."""

from handrail.rules.words import (
    abbreviation_not_expanded,
    abbreviation_undefined,
    glossary_term_twice,
    term_retired,
)

RULES = (
    abbreviation_undefined,
    abbreviation_not_expanded,
    term_retired,
    glossary_term_twice,
)
