"""Law: what is cited exists, applies, and is what the words say."""

from handrail.rules.law import (
    citation_of_other_instrument,
    citation_of_other_provision,
    edition_replaced,
    instrument_never_cited,
    instrument_not_in_force,
    instrument_without_link,
    key_disagrees,
    key_malformed,
    law_check_missing,
    law_check_overdue,
    nation_of_another_law,
    nation_without_provision,
    official_link_typed,
    provision_id_disagrees,
    successor_missing,
)

RULES = (
    key_malformed,
    key_disagrees,
    provision_id_disagrees,
    citation_of_other_provision,
    citation_of_other_instrument,
    official_link_typed,
    successor_missing,
    nation_of_another_law,
    nation_without_provision,
    instrument_not_in_force,
    edition_replaced,
    instrument_without_link,
    instrument_never_cited,
    law_check_overdue,
    law_check_missing,
)
