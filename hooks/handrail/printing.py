"""How PDFs are to look: what `print` under `extra.handrail` in `mkdocs.yml` says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import PurePosixPath

PAPERS = ("a4", "letter")
PARTS = ("cover", "control", "contents", "register", "index")
"""Parts of the book that stand around its chapters."""
FORMS = ("large-print", "chapters", "posters", "cards", "pack", "booklet", "word", "epub")
"""What can be printed beside the book and the sheets."""
_NAMES = (
    "paper", "colour", "logos", "parts", "numbering", "hyphenation", "large_print", "forms",
    "booklet",
)  # fmt: skip
_PICTURES = (".svg", ".png", ".jpg", ".jpeg")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_CONTRAST = 4.5
"""Contrast that letters need (WCAG 2.2, 1.4.3)."""
_PALEST = "#e8f0f3"
"""The palest ground that words in the chosen colour stand on."""


class WrongSetting(Exception):
    """A setting that cannot be used. Its text is a plain sentence with the way to mend it."""

    def __init__(self, fact: str, *names: str):
        super().__init__("".join(f"{name}: " for name in names) + fact)
        self.names = names
        """Where the setting stands below `extra.handrail`, from the outside in."""


@dataclass(frozen=True)
class Logo:
    """The mark of an organisation, on the cover."""

    file: str
    """Path from the docs folder."""
    alt: str
    """What it says, for people who cannot see it."""


@dataclass(frozen=True)
class Printing:
    """The publisher's choices for paper."""

    paper: str = "a4"
    """`a4` or `letter`."""
    colour: str = "#0b4a63"
    """Of headings, links and lines."""
    logos: tuple[Logo, ...] = ()
    """Marks on the cover, from left to right."""
    parts: tuple[str, ...] = PARTS
    """Parts of the book around its chapters."""
    numbering: bool = True
    """True where chapters have numbers."""
    hyphenation: bool = True
    """True where the book may break long words at the ends of lines."""
    large_print: bool = False
    """True for a book in 18 points."""
    forms: tuple[str, ...] = ()
    """What is printed beside the book and the sheets."""
    booklet: str = "For parents"
    """The line of the menu whose pages make the booklet."""

    @property
    def look(self) -> dict[str, str]:
        """What the templates ask for."""
        size = "large" if self.large_print else "usual"
        numbering = "yes" if self.numbering else "no"
        return {
            "paper": self.paper, "colour": self.colour, "size": size, "numbering": numbering,
        }  # fmt: skip


def read_printing(values: object) -> Printing:
    """The choices that `values`, which YAML made, hold. Raises `WrongSetting`."""
    if not isinstance(values, Mapping):
        raise WrongSetting("needs lines below it, such as paper: a4", "print")
    for name in values:
        if name not in _NAMES:
            fact = f"is not a setting{_near(str(name), _NAMES)}"
            raise WrongSetting(fact, "print", str(name))
    usual = Printing()
    return Printing(
        paper=_one_of("paper", values.get("paper", usual.paper), PAPERS),
        colour=_colour(values.get("colour", usual.colour)),
        logos=tuple(map(_logo, _list(values, "logos", []))),
        parts=_some_of("parts", _list(values, "parts", list(PARTS)), PARTS),
        numbering=_yes_or_no("numbering", values.get("numbering", True)),
        hyphenation=_yes_or_no("hyphenation", values.get("hyphenation", True)),
        large_print=_yes_or_no("large_print", values.get("large_print", False)),
        forms=_some_of("forms", _list(values, "forms", []), FORMS),
        booklet=_text(values.get("booklet", usual.booklet), "booklet"),
    )


def _one_of(name: str, value: object, known: tuple[str, ...]) -> str:
    if value not in known:
        listed = ", ".join(known)
        raise WrongSetting(f'"{value}" is not one of {listed}', "print", name)
    return value


def _some_of(name: str, values: list, known: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(item for item in known if item in {_one_of(name, v, known) for v in values})


def _list(values: Mapping, name: str, usual: list) -> list:
    value = values.get(name, usual)
    if not isinstance(value, list):
        fact = "needs a list, one item to a line with a dash before it"
        raise WrongSetting(fact, "print", name)
    return value


def _yes_or_no(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise WrongSetting(f'"{value}" is neither true nor false', "print", name)
    return value


def _text(value: object, *names: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise WrongSetting("needs words", "print", *names)
    return value.strip()


def _logo(value: object) -> Logo:
    if not isinstance(value, Mapping) or set(value) != {"file", "alt"}:
        raise WrongSetting(
            "each needs file: with its path in the docs folder, and alt: with the words that it "
            "stands for",
            "print", "logos",
        )  # fmt: skip
    file, alt = (_text(value[name], "logos", name) for name in ("file", "alt"))
    path = PurePosixPath(file)
    if path.suffix.lower() not in _PICTURES or path.is_absolute() or ".." in path.parts:
        fact = f'"{file}" is not an svg, png or jpg in the docs folder'
        raise WrongSetting(fact, "print", "logos")
    return Logo(file, alt)


def _colour(value: object) -> str:
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        fact = f'"{value}" is not a colour such as "#0b4a63", in quotes'
        raise WrongSetting(fact, "print", "colour")
    light, dark = _luminance(_PALEST), _luminance(value)
    contrast = (max(light, dark) + 0.05) / (min(light, dark) + 0.05)
    if dark > light or contrast < _CONTRAST:
        raise WrongSetting(
            f"{value} is too pale to be read: its contrast is {contrast:.1f} to 1 and {_CONTRAST} "
            "is needed; choose a darker one",
            "print", "colour",
        )  # fmt: skip
    return value.lower()


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _near(name: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(name, known, 1)
    return f"; did you mean {near[0]}?" if near else f"; there are {', '.join(known)}"
