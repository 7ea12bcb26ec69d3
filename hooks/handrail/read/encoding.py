"""Turns the bytes of a page into text, and says what is wrong with them."""

from __future__ import annotations

import re

from handrail.finding import Fault, Place, Unread

NOT_UTF8 = "page-not-utf8"
_SEPARATORS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_SAVE = "save the file again as UTF-8 (in Notepad: Save as, Encoding: UTF-8)"
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"), (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"),
)  # fmt: skip
_WITHOUT_MARK = ((1, "utf-16-le"), (0, "utf-16-be"))
"""Which of two bytes is zero in most letters."""
_OTHERS = {
    b"PK\x03\x04": "a Word file or an archive",
    b"\xd0\xcf\x11\xe0": "a Word file",
    b"%PDF": "a PDF",
}


def decode(data: bytes, path: str) -> tuple[str, list[Unread]]:
    """The text of a page with plain line ends and without a byte order mark, and what could not be
    read. `path` names the page from the project's folder."""
    other = next((kind for sign, kind in _OTHERS.items() if data.startswith(sign)), "")
    if other:
        fault = f"the file is {other} and no Markdown page, whatever its name says"
        help = "put its words here as text, or rename the file"
        return "", [_unread(Place(path), fault, help)]
    text, unread = _wide(data, path) or _utf8(data, path)
    # A line is what an editor shows as one: other separators that Python knows stay in the text.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.replace("\n", " ").replace("\t", " ").isprintable():
        return text, unread  # as nearly all are, without any of the characters below
    for separator in _SEPARATORS:
        text = text.replace(separator, " ")
    control = _CONTROL.search(text)
    if control:
        unread.append(_control(text, control.start(), path))
        text = _CONTROL.sub("\ufffd", text)
    return text, unread


def _wide(data: bytes, path: str) -> tuple[str, list[Unread]] | None:
    """What Windows calls Unicode: two or four bytes for each letter."""
    name = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    for zero, without_mark in _WITHOUT_MARK:
        half = data[zero:1000:2]
        name = name or (without_mark if half.count(0) > len(half) / 2 else "")
    try:
        text = data.decode(name) if name else ""
    except UnicodeDecodeError:
        return None
    fault = f"the file is saved as {name[:6].upper()}, not as UTF-8"
    return (text, [_unread(Place(path), fault, _SAVE)]) if text else None


def _utf8(data: bytes, path: str) -> tuple[str, list[Unread]]:
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        return data.decode("utf-8-sig", errors="replace"), [_not_utf8(data, error.start, path)]


def _not_utf8(data: bytes, at: int, path: str) -> Unread:
    before = data[:at].decode("utf-8-sig", errors="replace")
    line = re.split("\r\n|\r|\n", before)
    words = " ".join(line[-1].split()[-3:])
    where = f'after "{words}"' if words else "at the start of this line"
    fault = f"the file is not saved as UTF-8: the character {where} cannot be read"
    return _unread(Place(path, len(line), len(line[-1]) + 1), fault, _SAVE)


def _control(text: str, at: int, path: str) -> Unread:
    before = text[:at]
    place = Place(path, before.count("\n") + 1, at - before.rfind("\n"))
    fault = f"the page holds the control character U+{ord(text[at]):04X}, which nobody can see"
    return _unread(place, fault, "delete what stands here and type it anew")


def _unread(place: Place, message: str, help: str) -> Unread:
    return Unread(NOT_UTF8, Fault(place, message, help))
