"""Provisions: what a heading's permanent ID says, as words, as an OSCOLA pinpoint, as an address.

`section-47-1-b` is section 47(1)(b), s 47(1)(b), and /section/47/1/b. Sources: OSCOLA 4th edition,
2.4.2 (parts of statutes) and 2.5 (secondary legislation); the URI scheme of legislation.gov.uk.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

SHORT = {
    "section": "s", "article": "art", "regulation": "reg", "rule": "r", "schedule": "sch",
    "paragraph": "para", "part": "pt", "chapter": "ch", "annex": "annex", "appendix": "app",
}  # fmt: skip
"""What OSCOLA writes for each level. Annexes and appendices are of guidance only."""
OFFICIAL = ("section", "article", "regulation", "rule", "schedule", "part", "chapter", "paragraph")
"""The levels that addresses of legislation.gov.uk know."""
# A number may begin or end with letters (schedule A1, section 17ZA); inside it come numbers,
# letters and Roman numerals. Other words make no provision: section-47-enquiry is any heading.
_FIRST = r"(?:[a-z]{0,2}\d{1,4}[a-z]{0,3}|[a-z])(?![0-9a-z])"
_INSIDE = r"(?:\d{1,3}[a-z]{0,2}|[a-z]{1,2}|[ivxl]{1,6})(?![0-9a-z])"
_LEVEL = re.compile(rf"({'|'.join(SHORT)})(?:-({_FIRST}(?:-{_INSIDE})*))?(?![0-9a-z])")
_ID = re.compile(rf"{_LEVEL.pattern}(?:-{_LEVEL.pattern})*")


@dataclass(frozen=True)
class Level:
    """One level of a provision: its kind, its number, and what is inside it."""

    kind: str
    """`section`, `article`, `schedule` and so on."""
    numbers: tuple[str, ...]
    """`47`, `1`, `b` of section 47(1)(b). Empty for the only schedule of an Act."""

    def text(self, word: str, dotted: bool = False) -> str:
        """The level with `word` for its kind: `section 47(1)(b)`. Guidance is `dotted`: `6.11`."""
        if not self.numbers:
            return word
        first, *rest = self.numbers
        inside = "".join(f".{part}" if dotted else f"({part})" for part in rest)
        return f"{word} {first}{inside}"


@dataclass(frozen=True)
class Pinpoint:
    """A provision of an instrument."""

    levels: tuple[Level, ...]
    """From the outermost: schedule 2, then paragraph 3."""

    @property
    def path(self) -> str:
        """Its path below the instrument's address: `section/47/1/b`."""
        return "/".join("/".join((level.kind, *level.numbers)) for level in self.levels)

    @property
    def id(self) -> str:
        """The permanent ID that a heading has: `section-47-1-b`."""
        return self.path.replace("/", "-").replace(".", "-").lower()

    @property
    def is_official(self) -> bool:
        """True where legislation.gov.uk has an address for it."""
        return all(level.kind in OFFICIAL for level in self.levels)

    def in_words(self, dotted: bool = False) -> str:
        """As it is written in a sentence: `section 47(1)(b)`, `paragraph 3 of schedule 2`."""
        names = [level.text(level.kind, dotted) for level in reversed(self.levels)]
        outermost = "" if self.levels[0].numbers else "the "
        return " of ".join([*names[:-1], outermost + names[-1]])

    def short(self, dotted: bool = False) -> str:
        """As OSCOLA writes it: `s 47(1)(b)`, `sch 2, para 3`."""
        return ", ".join(level.text(SHORT[level.kind], dotted) for level in self.levels)

    def covers(self, other: Pinpoint) -> bool:
        """True where `other` is this provision or stands inside it."""
        *outer, last = self.levels
        at = len(outer)
        return (
            other.levels[:at] == tuple(outer)
            and len(other.levels) > at
            and other.levels[at].kind == last.kind
            and other.levels[at].numbers[: len(last.numbers)] == last.numbers
        )


def read_id(id: str) -> Pinpoint | None:
    """The provision that a heading's ID names; None for any other heading."""
    if not _ID.fullmatch(id):
        return None
    levels = tuple(
        make(kind, numbers.split("-") if numbers else []) for kind, numbers in _LEVEL.findall(id)
    )
    # Only a schedule can be the only one and so go without a number.
    fine = all(level.numbers or level.kind == "schedule" for level in levels)
    return Pinpoint(levels) if fine else None


def make(kind: str, numbers: list[str]) -> Level:
    """A level from the numbers of a sentence or ID, in the letter case of statutes: `17za` is
    section 17ZA, `1a` inside it subsection (1A), `b` inside that paragraph (b)."""
    return Level(
        kind,
        tuple(
            part.upper() if index == 0 or any(sign.isdigit() for sign in part) else part.lower()
            for index, part in enumerate(numbers)
        ),
    )


def in_order(written: str) -> list[tuple[int, str]]:
    """What to sort IDs or short forms of provisions by: section 9 comes before section 17."""
    parts = re.split(r"(\d+)", written)
    return [(int(part), "") if part.isdigit() else (-1, part) for part in parts]
