"""An instrument's key is its type, year and number on legislation.gov.uk.

The citation and the official link follow from the key; from a wrong one follow wrong ones, on every
page that cites the instrument.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.law.keys import read_key, what_is_wrong

ID = "key-malformed"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each key that legislation.gov.uk cannot have."""
    for instrument in handbook.instruments:
        if instrument.key and read_key(instrument.key) is None:
            wrong, help = what_is_wrong(instrument.key)
            yield Fault(instrument.page.place_of("key"), f'key "{instrument.key}" {wrong}', help)
