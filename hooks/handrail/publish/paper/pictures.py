"""Pictures on paper: image files of the docs folder, and drawings that stand in the page itself."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from handrail.html import WRITTEN, Element
from handrail.publish.paper.links import resolve
from handrail.publish.paper.nodes import Node
from handrail.publish.paper.source import Source
from handrail.read.pictures import has_no_size

KINDS = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")
"""Endings of the picture files that can be printed."""
PX = 0.75
"""Points in a CSS pixel."""
_NUMBER = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(px|%)?\s*$")


def set_image(element: Element, source: Source) -> Node:
    """An `img`. Raises `CannotPrint` where there is no such picture."""
    alt = element.attr("alt") or element.attr("aria-label") or ""
    path = find_picture(element, source)
    return {
        "is": "image",
        "path": path,
        "fills": path.lower().endswith(".svg") and has_no_size(source.docs / path[1:]),
        "alt": " ".join(alt.split()),
        "symbol": element.has_class("symbol"),
        "line": source.line(element),
        **_width(element),
    }


def set_svg(element: Element, source: Source) -> Node:
    """A drawing that stands in the page. One without a name is decoration."""
    title = element.select_one("title")
    name = element.attr("aria-label") or (title.text if title else "")
    return {
        "is": "image",
        "svg": element.canonicalize().decode(),
        "alt": " ".join(name.split()),
        "symbol": False,
        "line": source.line(element),
        **_width(element),
    }


def find_picture(element: Element, source: Source) -> str:
    """Path, from the docs folder, of the file that an `img` shows.

    Raises `CannotPrint` for a picture that is elsewhere, missing or of a kind that has no place
    on paper. Nothing outside the docs folder is ever read.
    """
    written = element.attr(WRITTEN) or element.attr("src") or ""
    parts = urlsplit(written)
    if parts.scheme or parts.netloc:
        reason = "is not in the docs folder, so it cannot be printed; put a copy there"
        raise source.refuse(element, f'the picture "{_short(written)}" {reason}')
    path = _path(element, parts.path, source)
    file = (source.docs / path).resolve()
    if not file.is_relative_to(source.docs.resolve()) or not file.is_file():
        raise source.refuse(element, f'there is no picture "{written}" in the docs folder')
    if file.suffix.lower() not in KINDS:
        kinds = ", ".join(kind.removeprefix(".") for kind in KINDS)
        raise source.refuse(element, f'"{written}" cannot be printed; use one of {kinds}')
    return f"/{path}"


def _path(element: Element, path: str, source: Source) -> str:
    """What is typed as HTML is relative to the page's address, Markdown to the page's file."""
    is_markdown = element.attr(WRITTEN)
    return resolve(path, source.uri if is_markdown else source.links.address(source.uri))


def _width(element: Element) -> dict[str, float]:
    """The width the writer asked for: points, or a share of the line's width."""
    match = _NUMBER.match(element.attr("width") or "")
    if not match or float(match[1]) == 0:
        return {}
    value = float(match[1])
    return {"share": min(value, 100)} if match[2] == "%" else {"width": value * PX}


def _short(address: str) -> str:
    return address if len(address) <= 60 else address[:57] + "…"
