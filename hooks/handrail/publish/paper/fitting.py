"""Drawings on paper: as large as the page allows, and never with letters too small to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

from handrail.html import Element
from handrail.publish.paper.inlines import PUT_TOGETHER
from handrail.publish.paper.lettering import take_words
from handrail.publish.paper.nodes import Node

SMALLEST = 8.0
"""Points below which letters in a drawing are too small to read on paper."""
_LARGEST = 10.5
"""Points beyond which letters in a drawing need not grow."""
_AMONG_TEXT = 0.7
"""Share of a page that a drawing may take among text; a larger one would leave a gap before it, and
gets a page of its own, past which the text flows on."""
_FONT_SIZE = re.compile(
    r"font-size\s*[:=]\s*[\"']?\s*(\d+(?:\.\d+)?)(em|ex|rem|pt|%)?", re.IGNORECASE
)
_PIXELS = {"": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "ex": 8.0, "%": 0.16}
"""Pixels in each unit, about: drawings are set in 16 pixels."""
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_ROOT = re.compile(r'<svg((?:\s[^\s=]+="[^"]*")*)\s*>')
_SIZE = re.compile(r'\s(?:width|height|viewBox)="[^"]*"')
_TEXT = re.compile(r"<text\b((?![^>]*font-family).*?</text>)", re.DOTALL)
_OTHER_FONT = '<text font-family="Noto Sans" letter-spacing="-.4"'
"""It has plain letters too, because those of one line have to be of one font, and is a little wider
than the first."""
_USUAL_LETTERS = 16.0
_ABOVE, _BELOW = 24.0, 14.0
"""What a box has above and below the foot of a line of its letters, in the drawing's units."""


@dataclass(frozen=True)
class Room:
    """A space that a drawing may take, in points."""

    width: float
    """From side to side."""
    height: float
    """From top to bottom."""
    wide: bool = False
    """True among text, but over the margins as well."""
    own_page: bool = False
    """True for a page that holds nothing else, with narrower margins."""
    landscape: bool = False
    """True for a page on its side."""


_ROOMS = {
    "a4": (
        Room(453, 600),
        Room(527, 600, wide=True),
        Room(527, 739, own_page=True),
        Room(773, 498, own_page=True, landscape=True),
    ),
    "letter": (
        Room(470, 550),
        Room(543, 550, wide=True),
        Room(543, 688, own_page=True),
        Room(723, 515, own_page=True, landscape=True),
    ),
    "a5": (Room(334, 440), Room(334, 497, own_page=True)),
}
"""By paper, in the order tried: in the flow of the text, then pages as `blocks.typ` sets them."""


@dataclass(frozen=True)
class Picture:
    """A drawing with what must be known to fit it on a page."""

    svg: str
    """The drawing as a file of its own, without its words."""
    words: list[Node]
    """Its words, line by line; none where they are in the file."""
    alt: str
    """What it shows, for people who cannot see it."""
    left: float
    """Where its own coordinates begin."""
    top: float
    """Where its own coordinates begin."""
    width: float
    """Its width in its own coordinates."""
    height: float
    """Its height in its own coordinates."""
    letters: float
    """Size of its smallest letters in its own coordinates."""
    gaps: tuple[float, ...]
    """Heights, in its own coordinates, at which it can be cut without cutting a box."""

    @property
    def smallest_scale(self) -> float:
        """Points to each of its units at which its letters can just be read."""
        return SMALLEST / self.letters

    @property
    def largest_scale(self) -> float:
        """Points to each of its units beyond which it need not grow."""
        return max(_LARGEST / self.letters, self.smallest_scale)

    def scale_in(self, width: float, height: float) -> float:
        """Points to each of its units in a room of `width` by `height` points."""
        return min(width / self.width, height / self.height, self.largest_scale)


def read_picture(svg: Element) -> Picture:
    """What must be known of an `svg` element to fit it on a page."""
    box = [float(number) for number in _NUMBER.findall(svg.attr("viewBox") or "")]
    left, top, width, height = box if len(box) == 4 else (0.0, 0.0, 1.0, 1.0)
    xml = svg.canonicalize().decode()
    sizes = [float(size) * _PIXELS[unit.lower()] for size, unit in _FONT_SIZE.findall(xml)]
    shapes, words = take_words(svg, xml)
    title, description = svg.select_one("title"), svg.select_one("desc")
    names = (svg.attr("aria-label") or "", *(part.text for part in (title, description) if part))
    alt = ". ".join(name.strip().rstrip(".") for name in names if name.strip())
    smallest = min(sizes, default=_USUAL_LETTERS)
    file = shapes if words else _in_other_font(xml)
    return Picture(file, words, alt, left, top, width, height, smallest, tuple(_gaps(svg)))


def _in_other_font(xml: str) -> str:
    """A drawing in which another font sets each text with letters that the first would put together
    from two signs, which nobody could copy or find."""
    return _TEXT.sub(_set_otherwise, normalize("NFC", xml))


def _set_otherwise(text: re.Match) -> str:
    return _OTHER_FONT + text[1] if PUT_TOGETHER.search(text[1]) else text[0]


def fit(picture: Picture, upright: bool, paper: str = "a4") -> tuple[Room, list[Node]] | None:
    """The first room that holds the drawing in one piece, or, as a last resort, in several; and
    the pieces. None where there is none.

    `paper` is `a4`, `letter` or `a5`. An `upright` drawing stands inside something else, so it can
    have no page of its own and no more than the width of the text.
    """
    rooms = _ROOMS[paper][:1] if upright else _ROOMS[paper]
    for room in rooms:
        share = 1 if upright or room.own_page else _AMONG_TEXT
        scale = picture.scale_in(room.width, room.height * share)
        if scale >= picture.smallest_scale:
            return room, [_piece(picture, picture.top, picture.height, scale)]
    scale = picture.smallest_scale
    for room in rooms if upright else [room for room in rooms if room.own_page]:
        cuts = _cuts_in(room, picture, scale)
        if picture.width * scale <= room.width and cuts:
            return room, _pieces(picture, cuts, scale, rooms[0].height)
    return None


def _pieces(
    picture: Picture, cuts: list[tuple[float, float]], scale: float, most: float
) -> list[Node]:
    """The pieces, each told from the others. One after the first that has no more than `most`
    points is low: text may stand below it."""
    return [
        {
            **_piece(picture, top, tall, scale, f" (part {number} of {len(cuts)})"),
            "low": number > 1 and tall * scale <= most,
        }
        for number, (top, tall) in enumerate(cuts, start=1)
    ]


def _cuts_in(room: Room, picture: Picture, scale: float) -> list[tuple[float, float]]:
    """Top and height of each piece. Among text no piece takes more than half a page where that can
    be, so that the gap before it is small."""
    halves = [] if room.own_page else _cuts(picture, room.height / 2 / scale)
    return halves or _cuts(picture, room.height / scale)


def _cuts(picture: Picture, most: float) -> list[tuple[float, float]]:
    """Top and height of each piece, none taller than `most`, cut between boxes; none where a box
    would have to be cut."""
    start, end = picture.top, picture.top + picture.height
    cuts = []
    while end - start > most:
        cut = max((gap for gap in picture.gaps if start < gap <= start + most), default=None)
        if cut is None:
            return []
        cuts.append((start, cut - start))
        start = cut
    return [*cuts, (start, end - start)]


def _piece(picture: Picture, top: float, height: float, scale: float, part: str = "") -> Node:
    """What stands from `top` on, in the drawing's own units, at `scale` points to each."""
    root = _ROOT.match(picture.svg)
    view = f'viewBox="{picture.left:g} {top:g} {picture.width:g} {height:g}"'
    size = f'width="{picture.width:g}" height="{height:g}"'
    return {
        "svg": f"<svg{_SIZE.sub('', root[1])} {view} {size}>{picture.svg[root.end() :]}",
        "alt": picture.alt + part,
        "width": picture.width,
        "height": height,
        "letters": picture.letters,
        "words": [
            {**line, "x": line["x"] - picture.left, "y": line["y"] - top}
            for line in picture.words
            if top <= line["y"] < top + height
        ],
        "scale": round(scale, 4),
        "low": False,
    }


def _gaps(svg: Element) -> Iterator[float]:
    """Heights between boxes, from the top down."""
    reach = None
    for foot in sorted(_feet(svg)):
        if reach is not None and foot - _ABOVE > reach:
            yield (reach + foot - _ABOVE) / 2
        reach = max(reach or 0.0, foot + _BELOW)


def _feet(svg: Element) -> Iterator[float]:
    """The foot of each line of letters."""
    for line in svg.select("text[y], tspan[y]"):
        if _NUMBER.fullmatch(line.attr("y")):
            yield float(line.attr("y"))
