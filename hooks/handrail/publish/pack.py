"""The last touch to what the typesetter made: rows get header cells, words in drawings become runs
of text, and the file gets small.

Typst writes each object of a PDF by itself, with a plain table of where it stands, and most of a
tagged document is such objects. Here those that are no streams are packed together, as ISO 32000-1,
7.5.7 and 7.5.8 say. Typst also has no header cells for rows: cells of a table's body on the ground
of header cells become such (14.8.5.7).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping

from handrail.publish.letters import join_letters

_TOGETHER = 200
"""Objects in one packet."""
_ENTRY = re.compile(rb"(\d{10}) \d{5} n")
_TRAILER = re.compile(rb"trailer\n<</Size \d+(.*)>>\nstartxref\n(\d+)")
_CELL = re.compile(rb"<</Type/StructElem/S/TD/P (\d+) 0 R")
_PARENT = re.compile(rb"/P (\d+) 0 R")
_HEADERS = re.compile(rb"/Headers\[[^\]]*\]")
_SPACES = re.compile(rb"/ColorSpace<<(/.*?)>>")
_REFERENCE = re.compile(rb"(\d+) 0 R")
_PROFILE = re.compile(rb"\[/ICCBased (\d+) 0 R\]")
_PARTS = re.compile(rb"<<[^>]*/N ([13])/")
_PLAIN = {b"1": b"/DeviceGray", b"3": b"/DeviceRGB"}
_GROUND = b"/BackgroundColor["


def pack(pdf: bytes) -> bytes:
    """A PDF that Typst wrote, smaller, and with the header cells of rows told."""
    start = int(_TRAILER.search(pdf, pdf.rindex(b"trailer"))[2])
    objects = _objects(pdf, start)
    _tell_row_heads(objects)
    join_letters(objects)
    _plain_colours(objects)
    root = _TRAILER.search(pdf, start)[1]
    return _written(pdf[: pdf.index(b"1 0 obj")], objects, root)


def _objects(pdf: bytes, start: int) -> dict[int, bytes]:
    """Each object by its number, without the frame around it. `start` is where the table is."""
    places = [int(match[1]) for match in _ENTRY.finditer(pdf, start)]
    ends = dict(zip(sorted(places), [*sorted(places)[1:], start], strict=True))
    return {
        number: pdf[pdf.index(b"obj\n", at) + 4 : pdf.rindex(b"\nendobj", at, ends[at])]
        for number, at in enumerate(places, start=1)
    }


def _tell_row_heads(objects: dict[int, bytes]) -> None:
    """Where rows have header cells, the scope of header cells alone says what heads a cell."""
    cells = {}
    for number, content in objects.items():
        match = _CELL.match(content)
        if match:
            cells[number] = _table_of(int(match[1]), objects)
    heads = {number for number in cells if _GROUND in objects[number]}
    tables = {cells[number] for number in heads}
    for number in (number for number, table in cells.items() if table in tables):
        content = _HEADERS.sub(b"", objects[number]).replace(b"<</O/Table>>", b"")
        if number in heads:
            content = content.replace(b"/S/TD", b"/S/TH", 1)
            content = content.replace(b"/A[", b"/A[<</O/Table/Scope/Row>>", 1)
        objects[number] = content


def _plain_colours(objects: dict[int, bytes]) -> None:
    """Colours of words and drawings without a profile: it says no more than what readers take plain
    colours for, and most of the time that opening a sheet takes would go into it. Pictures keep
    theirs."""
    named = (spaces for content in objects.values() for spaces in _SPACES.findall(content))
    for number in {int(each) for spaces in named for each in _REFERENCE.findall(spaces)}:
        profile = _PROFILE.fullmatch(objects[number])
        parts = profile and _PARTS.search(objects[int(profile[1])])
        if parts:
            objects[number] = _PLAIN[parts[1]]
            if not any(profile[0] in content for content in objects.values()):
                objects[int(profile[1])] = b"null"


def _table_of(row: int, objects: Mapping[int, bytes]) -> int:
    """The number of the table that a row is in."""
    body = int(_PARENT.search(objects[row])[1])
    above = objects[body]
    return body if b"/S/Table" in above else int(_PARENT.search(above)[1])


def _written(head: bytes, objects: Mapping[int, bytes], root: bytes) -> bytes:
    """The file: streams as they are, everything else in packets, and the table of where it is."""
    plain = [number for number, content in objects.items() if not content.endswith(b"endstream")]
    parts, places, at = [head], {0: (0, 0, 65535)}, len(head)

    def add(number: int, content: bytes) -> None:
        nonlocal at
        part = b"%d 0 obj\n%b\nendobj\n" % (number, content)
        places[number] = (1, at, 0)
        parts.append(part)
        at += len(part)

    for number in sorted(objects.keys() - set(plain)):
        add(number, objects[number])
    following = max(objects) + 1
    for first in range(0, len(plain), _TOGETHER):
        group = plain[first : first + _TOGETHER]
        add(following, _packet(group, objects))
        places.update({number: (2, following, index) for index, number in enumerate(group)})
        following += 1
    places[following] = (1, at, 0)
    table = b"".join(
        kind.to_bytes(1, "big") + place.to_bytes(4, "big") + index.to_bytes(2, "big")
        for kind, place, index in (places[number] for number in range(following + 1))
    )
    names = b"/Type/XRef/Size %d/W[1 4 2]%b" % (following + 1, root)
    parts.append(b"%d 0 obj\n%b\nendobj\n" % (following, _stream(names, table)))
    return b"".join([*parts, b"startxref\n%d\n%%%%EOF" % at])


def _packet(numbers: list[int], objects: Mapping[int, bytes]) -> bytes:
    """Objects together in one stream, which begins with their numbers and places."""
    index, at = [], 0
    for number in numbers:
        index.append(b"%d %d" % (number, at))
        at += len(objects[number]) + 1
    opening = b" ".join(index) + b"\n"
    names = b"/Type/ObjStm/N %d/First %d" % (len(numbers), len(opening))
    return _stream(names, opening + b"\n".join(objects[number] for number in numbers))


def _stream(names: bytes, content: bytes) -> bytes:
    body = zlib.compress(content, 9)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (names, len(body), body)
