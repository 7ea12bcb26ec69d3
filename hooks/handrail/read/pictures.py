"""Reads what is wrong with a picture's file, from its first and last bytes."""

from __future__ import annotations

import os
from pathlib import Path
from xml.parsers import expat

_KINDS = (
    ("PNG", ".png", b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"),
    ("JPEG", ".jpg", b"\xff\xd8\xff", b"\xff\xd9"),
    ("GIF", ".gif", b"GIF8", b""),
    ("WebP", ".webp", b"RIFF", b""),
)
"""Name, how the names of its files end, first bytes, last bytes."""
_ENDINGS = {ending: name for name, ending, _, _ in _KINDS} | {".jpeg": "JPEG", ".svg": "SVG"}
_ELSEWHERE = frozenset((".bmp", ".tif", ".tiff", ".avif", ".heic", ".emf", ".wmf"))
_AGAIN = "save it again from the program that made it"


def read_picture(file: Path) -> tuple[str, str] | None:
    """(what is wrong, how to mend it) with a picture; None for a sound one and for other files."""
    ending = file.suffix.lower()
    if ending in _ELSEWHERE:
        return "is of a kind that many browsers and printers do not know", "save it as PNG or JPEG"
    wanted = _ENDINGS.get(ending)
    if wanted is None:
        return None
    first, last = _ends(file)
    name, usual, sign = next(
        ((name, usual, sign) for name, usual, start, sign in _KINDS if first.startswith(start)),
        ("", "", b""),
    )
    if not first:
        return "is empty", _AGAIN
    if name and name != wanted:
        return f"is a {name} file, whatever its name says", f"rename it to {file.stem}{usual}"
    if wanted == "SVG":
        return None if _is_svg(file) else ("is no SVG file that can be read", _AGAIN)
    if not name:
        return f"is no {wanted} file", _AGAIN
    return None if sign in last else ("is cut off", _AGAIN)


def _ends(file: Path) -> tuple[bytes, bytes]:
    """The first and the last bytes of a file."""
    with file.open("rb") as opened:
        first = opened.read(64)
        opened.seek(max(0, opened.seek(0, os.SEEK_END) - 64))
        return first, opened.read()


def has_no_size(file: Path) -> bool:
    """True for an SVG file that leaves its size to what it stands in, as browsers understand it."""
    _, attributes = _first_tag(file)
    return "viewBox" in attributes and not {"width", "height"} & set(attributes)


def _is_svg(file: Path) -> bool:
    return _first_tag(file)[0].split(":")[-1] == "svg"


def _first_tag(file: Path) -> tuple[str, dict[str, str]]:
    """Name and attributes of the outermost element of an XML file; no name where it is none."""
    parser = expat.ParserCreate()
    tags: list[tuple[str, dict[str, str]]] = []
    parser.StartElementHandler = lambda *tag: tags.append(tag) if not tags else None
    parser.EntityDeclHandler = _refuse  # a few lines of these can fill the memory
    try:
        parser.Parse(file.read_bytes(), True)
    except (expat.ExpatError, ValueError):
        return "", {}
    return tags[0]


def _refuse(*_) -> None:
    raise ValueError
