"""Drawn pathways among a page's blocks: the drawing, its key, and where to find it."""

from __future__ import annotations

import re

from handrail.html import Element
from handrail.publish.paper.fitting import SMALLEST, fit, read_picture
from handrail.publish.paper.inlines import set_line
from handrail.publish.paper.nodes import Inline, Node
from handrail.publish.paper.source import Source, classes

UNDRAWN = "A diagram that is shown on the site only"
_TOLD = re.compile(r"^\s*acc(?:Title|Descr)\s*:?\s*(\{[^}]*\}|.+)$", re.MULTILINE)


def set_pathway(element: Element, blocks: list[Node], source: Source) -> list[Node]:
    """The `blocks` of a pathway's figure, which say where to find a drawing on its own page."""
    name = element.attr("id")
    own = (block for block in blocks if block["is"] == "drawing" and block["own-page"])
    drawing = next(own, None)
    if drawing is None or not name:
        return blocks
    drawing["ids"] = [name]
    line = source.line(element)
    link = {
        "is": "link", "of": ["drawing of this pathway"], "label": f"{source.uri}#{name}",
        "page": source.uri, "far": True, "line": line,
    }  # fmt: skip
    return [{"is": "paragraph", "of": ["See the ", link, "."], "line": line}, *blocks]


def put_turned_last(blocks: list[Node]) -> list[Node]:
    """A page's blocks with drawings on turned pages at its end, so that text flows on."""
    return [
        *(block for block in blocks if not _is_turned(block)),
        *(block for block in blocks if _is_turned(block)),
    ]


def _is_turned(block: Node) -> bool:
    return block["is"] == "drawing" and block["landscape"]


def is_drawing(element: Element) -> bool:
    """True for a drawn pathway, as against a picture in a line of text."""
    return element.tag == "svg" and "pathway-drawing" in classes(element)


def set_drawing(svg: Element, source: Source) -> list[Node]:
    """A drawn pathway, on a page of its own where it needs one.

    Raises `CannotPrint` where no page holds it at a size that can be read.
    """
    fitted = fit(read_picture(svg), source.nested, source.printing.paper)
    if fitted is None:
        reason = (
            f"at {SMALLEST:g} points, below which its letters could not be read, the diagram is "
            "too large for a page; break it into two pathways"
        )
        raise source.refuse(svg, reason)
    room, pieces = fitted
    drawing = {
        "is": "drawing", "pieces": pieces, "wide": room.wide, "own-page": room.own_page,
        "landscape": room.landscape, "line": source.line(svg),
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
    words, line = told(element.text), source.line(element)
    notice = {"is": "paragraph", "of": [words], "line": line}
    return [{"is": "box", "tone": "plain", "title": [UNDRAWN], "of": [notice], "line": line}]


def told(diagram: str) -> str:
    """What the source of a diagram says of itself."""
    said = _TOLD.findall(diagram)
    return (". ".join(text.strip(" {}\n").rstrip(".") for text in said) or "A diagram") + "."
