"""The types of legislation on legislation.gov.uk, and what each means for a citation.

Source: the URI scheme of legislation.gov.uk (/developer/uris) and the headings of its collections.
"""

from __future__ import annotations

from dataclasses import dataclass

ENGLAND, WALES, SCOTLAND = "England", "Wales", "Scotland"
NORTHERN_IRELAND = "Northern Ireland"
NATIONS = (ENGLAND, WALES, SCOTLAND, NORTHERN_IRELAND)


@dataclass(frozen=True)
class Kind:
    """One type of legislation."""

    code: str
    """Its name in addresses, such as `ukpga`."""
    name: str
    """What its members are, such as `Acts of the Scottish Parliament`."""
    words: tuple[str, ...]
    """The words one of which its titles have before the year."""
    first: int
    """The first year it has."""
    last: int
    """The last year it has; 9999 while it goes on."""
    nations: tuple[str, ...] = NATIONS
    """Where its members can apply."""
    series: str = ""
    """What stands before its number in a citation; empty where OSCOLA gives no number."""
    bracketed: bool = False
    """True where the number stands in brackets after the year: `2003 (asp 13)`."""


_ACT = ("Act",)
_SECONDARY = ("Regulations", "Order", "Rules", "Scheme", "Directions", "Code")
_NOW = 9999

_ALL = (
    Kind("ukpga", "Acts of the UK Parliament", _ACT, 1801, _NOW),
    Kind("ukla", "local Acts of the UK Parliament", _ACT, 1801, _NOW),
    Kind("ukcm", "Church Measures", ("Measure",), 1920, _NOW, (ENGLAND,)),
    Kind("asp", "Acts of the Scottish Parliament", _ACT, 1999, _NOW, (SCOTLAND,), "asp", True),
    Kind("anaw", "Acts of the National Assembly for Wales", _ACT, 2012, 2020, (WALES,), "anaw",
         True),
    Kind("asc", "Acts of Senedd Cymru", _ACT, 2020, _NOW, (WALES,), "asc", True),
    Kind("mwa", "Measures of the National Assembly for Wales", ("Measure",), 2008, 2011, (WALES,),
         "nawm", True),
    Kind("nia", "Acts of the Northern Ireland Assembly", _ACT, 2000, _NOW, (NORTHERN_IRELAND,)),
    Kind("apni", "Acts of the Parliament of Northern Ireland", _ACT, 1921, 1972,
         (NORTHERN_IRELAND,)),
    Kind("mnia", "Measures of the Northern Ireland Assembly", ("Measure",), 1974, 1974,
         (NORTHERN_IRELAND,)),
    Kind("uksi", "UK statutory instruments", _SECONDARY, 1948, _NOW, NATIONS, "SI"),
    Kind("wsi", "Wales statutory instruments", _SECONDARY, 1999, _NOW, (WALES,), "SI"),
    Kind("ssi", "Scottish statutory instruments", _SECONDARY, 1999, _NOW, (SCOTLAND,), "SSI"),
    Kind("nisi", "Northern Ireland Orders in Council", _SECONDARY, 1972, _NOW,
         (NORTHERN_IRELAND,), "SI"),
    Kind("nisr", "Northern Ireland statutory rules", _SECONDARY, 1991, _NOW, (NORTHERN_IRELAND,),
         "SR"),
)  # fmt: skip

KINDS: dict[str, Kind] = {kind.code: kind for kind in _ALL}
"""The types by their name in addresses. European and historical types have no place here."""
