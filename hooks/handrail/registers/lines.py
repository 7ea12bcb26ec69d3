"""Content lines, of which contact cards (RFC 6350) and calendars (RFC 5545) are made."""

from __future__ import annotations

from collections.abc import Iterable

WIDTH = 75
"""Bytes in a line before it must be folded, without its end (RFC 6350, 3.2; RFC 5545, 3.1)."""


def escape_text(text: str) -> str:
    """A text value: backslash, comma, semicolon and line end escaped (RFC 6350, 3.4)."""
    for sign in ("\\", ",", ";"):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def fold(lines: Iterable[str]) -> str:
    """The lines, each ended by CRLF, and those that are too long folded between characters."""
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _folded(line: str) -> str:
    parts, part, size = [], [], 0
    for character in line:
        width = len(character.encode())
        if size + width > WIDTH:
            parts.append("".join(part))
            part, size = [" "], 1
        part.append(character)
        size += width
    return "\r\n".join([*parts, "".join(part)])
