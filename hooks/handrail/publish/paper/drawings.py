"""Drawn pathways on paper: as large as the page allows, never with letters too small to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handrail.html import Element
from handrail.publish.paper.inlines import set_line
from handrail.publish.paper.nodes import Inline, Node
from handrail.publish.paper.source import Source, classes

SMALLEST = 8.0
"""Points below which letters in a drawing are too small to read on paper."""
_LARGEST = 10.5
"""Points beyond which letters in a drawing need not grow."""
_FONT_SIZE = re.compile(r"font-size\s*[:=]\s*[\"']?\s*(\d+(?:\.\d+)?)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_USUAL_LETTERS = 16.0
_TOLD = re.compile(r"^\s*acc(?:Title|Descr)\s*:?\s*(\{[^}]*\}|.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Room:
    """A space that a drawing may take, in points."""

    width: float
    """From side to side."""
    height: float
    """From top to bottom."""
    own_page: bool = False
    """True for a page that holds nothing else, with narrower margins."""
    landscape: bool = False
    """True for a page on its side."""


_ROOMS = (
    Room(453, 600),
    Room(510, 745, own_page=True),
    Room(757, 498, own_page=True, landscape=True),
)
"""In the order tried: in the flow of the text, then pages as `book.typ` sets them."""


@dataclass(frozen=True)
class Picture:
    """A drawing with what must be known to fit it on a page."""

    svg: str
    """The drawing as a file of its own."""
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


def set_pathway(element: Element, blocks: list[Node], source: Source) -> list[Node]:
    """The `blocks` of a pathway's figure, which say where to find a drawing on its own page."""
    name = element.attr("id")
    drawing = next((block for block in blocks if _has_own_page(block)), None)
    if drawing is None or not name:
        return blocks
    drawing["ids"] = [name]
    line = source.line(element)
    link = {
        "is": "link", "of": ["drawing of this pathway"], "label": f"{source.uri}#{name}",
        "page": source.uri, "far": True, "line": line,
    }  # fmt: skip
    return [{"is": "paragraph", "of": ["See the ", link, "."], "line": line}, *blocks]


def put_drawings_last(blocks: list[Node]) -> list[Node]:
    """A page's blocks with drawings on pages of their own at its end, so that text flows on."""
    return [
        *(block for block in blocks if not _has_own_page(block)),
        *(block for block in blocks if _has_own_page(block)),
    ]


def _has_own_page(block: Node) -> bool:
    return block["is"] == "drawing" and block["own-page"]


def is_drawing(element: Element) -> bool:
    """True for a drawn pathway, as against a picture in a line of text."""
    return element.tag == "svg" and "pathway-drawing" in classes(element)


def set_drawing(svg: Element, source: Source) -> list[Node]:
    """A drawn pathway, on a page of its own where it needs one.

    Raises `CannotPrint` where no page holds it at a size that can be read.
    """
    picture = read_picture(svg)
    rooms = [room for room in _ROOMS if not (source.nested and room.own_page)]
    fitted = _whole(picture, rooms) or _in_pieces(picture, rooms)
    if fitted is None:
        over = picture.width * picture.smallest_scale / rooms[-1].width - 1
        reason = (
            f"the diagram is {over:.0%} too wide for any page at {SMALLEST:g} points, below which "
            "its letters could not be read; break it into two pathways"
        )
        raise source.refuse(svg, reason)
    room, pieces = fitted
    drawing = {
        "is": "drawing", "pieces": pieces, "own-page": room.own_page, "landscape": room.landscape,
        "line": source.line(svg),
    }  # fmt: skip
    return [drawing]


def set_key(element: Element, source: Source) -> Node:
    """The key to the shapes of a drawing, in one line."""
    line: list[Inline] = []
    for item in element.select("li"):
        shape, *said = set_line(item, source)
        line += ["\u2003", {"is": "words", "of": [shape, "\u2009\u00a0", *said]}]
    return {"is": "shapes", "of": line[1:], "line": source.line(element)}


def set_undrawn(element: Element, source: Source) -> list[Node]:
    """What stands on paper for a diagram that only a reader's browser can draw: what it shows."""
    told = _TOLD.findall(element.text)
    words = ". ".join(text.strip(" {}\n").rstrip(".") for text in told) or "A diagram"
    notice = {"is": "paragraph", "of": [f"{words}."], "line": source.line(element)}
    title = "A diagram that is shown on the site only"
    return [
        {"is": "box", "tone": "plain", "title": [title], "of": [notice], "line": notice["line"]}
    ]


def read_picture(svg: Element) -> Picture:
    """What must be known of an `svg` element to fit it on a page."""
    box = [float(number) for number in _NUMBER.findall(svg.attr("viewBox") or "")]
    left, top, width, height = box if len(box) == 4 else (0.0, 0.0, 1.0, 1.0)
    xml = svg.canonicalize().decode()
    sizes = [float(size) for size in _FONT_SIZE.findall(xml)] or [_USUAL_LETTERS]
    title, description = svg.select_one("title"), svg.select_one("desc")
    names = (svg.attr("aria-label") or "", *(part.text for part in (title, description) if part))
    alt = ". ".join(name.strip().rstrip(".") for name in names if name.strip())
    return Picture(xml, alt, left, top, width, height, min(sizes), _gaps(svg, top, height))


def _whole(picture: Picture, rooms: list[Room]) -> tuple[Room, list[Node]] | None:
    """The first room that holds the drawing in one piece."""
    for room in rooms:
        scale = picture.scale_in(room.width, room.height)
        if scale >= picture.smallest_scale:
            return room, [_piece(picture, picture.top, picture.height, scale, "")]
    return None


def _in_pieces(picture: Picture, rooms: list[Room]) -> tuple[Room, list[Node]] | None:
    """The last resort: the first room that is wide enough, over as many pages as it takes."""
    scale = picture.smallest_scale
    for room in rooms:
        if picture.width * scale <= room.width:
            cuts = list(_cuts(picture, room.height / scale))
            return room, [
                _piece(picture, top, tall, scale, f" (part {number} of {len(cuts)})")
                for number, (top, tall) in enumerate(cuts, start=1)
            ]
    return None


def _cuts(picture: Picture, most: float) -> Iterator[tuple[float, float]]:
    """Top and height of each piece, none taller than `most`, cut between boxes."""
    start, end = picture.top, picture.top + picture.height
    while end - start > most:
        fitting = [gap for gap in picture.gaps if start + most / 3 < gap <= start + most]
        cut = fitting[-1] if fitting else start + most
        yield start, cut - start
        start = cut
    yield start, end - start


def _piece(picture: Picture, top: float, height: float, scale: float, part: str) -> Node:
    view = f'viewBox="{picture.left:g} {top:g} {picture.width:g} {height:g}"'
    size = f'width="{picture.width:g}" height="{height:g}"'
    svg = re.sub(r' (?:width|height|viewBox)="[^"]*"', "", picture.svg[: picture.svg.index(">")])
    rest = picture.svg[picture.svg.index(">") :]
    return {
        "svg": f"{svg} {view} {size}{rest}",
        "width": round(picture.width * scale, 2),
        "alt": picture.alt + part,
    }


def _gaps(svg: Element, top: float, height: float) -> tuple[float, ...]:
    """Heights between the boxes, from the top down."""
    spans = sorted(_spans(svg))
    gaps, reach = [], top
    for start, end in spans:
        if start > reach:
            gaps.append((reach + start) / 2)
        reach = max(reach, end)
    return tuple(gap for gap in gaps if top < gap < top + height)


def _spans(svg: Element) -> Iterator[tuple[float, float]]:
    """Top and bottom of everything with letters in it."""
    for text in svg.select("text"):
        y = text.attr("y")
        if y and _NUMBER.fullmatch(y):
            yield float(y) - 24, float(y) + 14
