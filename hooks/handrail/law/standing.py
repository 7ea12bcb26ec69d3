"""Whether a provision applies, where its page says so for itself: `provisions` of front matter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handrail.finding import Place
from handrail.page import Page

FIELD = "provisions"
"""The entry of front matter that says so."""
ALL = "all"
"""What stands for every provision that is not named."""
STANDINGS = ("in force", "partly in force", "not yet in force", "repealed", "to be checked")
"""What a provision can be."""
PARTLY = "partly in force"


@dataclass(frozen=True)
class Stated:
    """One entry of `provisions`: `section-24 -> not yet in force`."""

    id: str
    """ID of the provision's heading, or `all`."""
    standing: str
    """Whether it applies, as written."""
    written: str
    """The entry as written."""
    place: Place
    """Where it stands."""


def read_stated(page: Page) -> Iterator[Stated]:
    """What the page of a law says of single provisions, in order."""
    field = page.fields.get(FIELD)
    for value, place in zip(field.values, field.places, strict=True) if field else ():
        id, _, standing = (part.strip().removeprefix("#") for part in value.partition("->"))
        yield Stated(id, " ".join(standing.split()), value, place)


def standings(page: Page) -> dict[str, str]:
    """The standing of provisions by the ID of their heading, and that of all others under `all`.

    A law that is in force as a whole, or not at all, says so of its provisions; one of which only
    parts are in force says nothing of them.
    """
    whole = page.get("standing")
    known = {} if whole == PARTLY else {ALL: whole}
    return known | {each.id: each.standing for each in read_stated(page)}
