"""Diagrams that are no flowcharts: the engine's own SVG, cleaned so that it is safe in a page.

Only known elements stay. IDs get the drawing's name before them, styles apply to the drawing
alone, links lead only to pages, and nothing runs or is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from handrail.draw.addresses import safe_address
from handrail.draw.shapes import n
from handrail.draw.text import markup, printable
from handrail.mermaid import CannotDraw

SVG = "{http://www.w3.org/2000/svg}"
MOST_ELEMENTS = 20_000
_ELEMENTS = {
    "a", "circle", "clipPath", "defs", "ellipse", "g", "line", "linearGradient", "marker", "mask",
    "path", "pattern", "polygon", "polyline", "rect", "stop", "switch", "symbol", "text",
    "textPath", "tspan", "use",
}  # fmt: skip
# Words below a filter, such as a shadow, are pictures of words on paper.
_DROPPED = re.compile(r"(?i)^(on|aria-|data-)|^(role|tabindex|target|requiredFeatures|filter)$")
_DROPPED_STYLE = re.compile(r"\s*(?:filter\s*:|.*font-family)")
_RISKY = re.compile(r"(?i)url\(\s*['\"]?(?!#)|expression|javascript:|@import|\\|<")


def clean_svg(svg: str, name: str, title: str, description: str) -> tuple[str, float, float]:
    """The engine's `svg` made safe; with its width and height in pixels. Raises `CannotDraw`."""
    root = _parsed(svg)
    box = root.get("viewBox", "").replace(",", " ").split()
    try:
        x, y, width, height = map(float, box)
    except ValueError:
        raise CannotDraw("the drawing has no size") from None
    cleaner = _Cleaner(root, name)
    inside = "".join(cleaner.inside(root))
    plate = f'<rect x="{n(x)}" y="{n(y)}" width="{n(width)}" height="{n(height)}" fill="#fff"/>'
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" id="{cleaner.root}" '
        f'class="pathway-drawing pathway-other {markup(cleaner.classes(root))}" '
        f'width="{n(width)}" height="{n(height)}" viewBox="{n(x)} {n(y)} {n(width)} {n(height)}" '
        f'role="group" aria-labelledby="{name}-title" aria-describedby="{name}-desc" '
        """font-family="'Atkinson Hyperlegible Next',Arial,sans-serif">"""
        f'<title id="{name}-title">{markup(title)}</title>'
        f'<desc id="{name}-desc">{markup(description)}</desc>'
    )
    return f"{head}{cleaner.style()}{plate}{inside}</svg>", width, height


def _parsed(svg: str) -> ElementTree.Element:
    if "<!" in svg.replace("<!--", ""):
        raise CannotDraw("the drawing declares a document type")
    try:
        root = ElementTree.fromstring(printable(svg))
    except ElementTree.ParseError as error:
        raise CannotDraw(f"the drawing is not well formed: {error}") from None
    if root.tag != f"{SVG}svg" or sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        raise CannotDraw("the diagram is too large")
    return root


_HALO = "paint-order:stroke;stroke:#fff;stroke-width:5px;stroke-linejoin:round"


class _Cleaner:
    def __init__(self, root: ElementTree.Element, name: str):
        self.source = root
        self.name = name
        self.old = root.get("id", "")
        self.root = f"{name}-drawing"

    def inside(self, element: ElementTree.Element) -> Iterator[str]:
        yield _escaped(element.text)
        for child in element:
            yield from self.element(child)
            yield _escaped(child.tail)

    def element(self, element: ElementTree.Element) -> Iterator[str]:
        tag = element.tag.removeprefix(SVG) if isinstance(element.tag, str) else ""
        if tag == "foreignObject":
            self._must_not_lose(element)
        if tag not in _ELEMENTS:
            return
        attributes = "".join(self.attribute(key, value) for key, value in element.items())
        yield f"<{tag}{attributes}>"
        yield from self.inside(element)
        yield f"</{tag}>"

    def attribute(self, key: str, value: str) -> str:
        key = key.rsplit("}", 1)[-1]
        value = printable(value)
        if _DROPPED.search(key):
            return ""
        if key == "href":
            value = f"#{self._id(value[1:])}" if value.startswith("#") else safe_address(value)
        elif key == "id":
            value = self._id(value)
        elif key == "class":
            value = _renamed(value)
        elif _RISKY.search(value):
            return ""
        else:
            value = self._references(value)
        return f' {key}="{markup(value)}"' if value else ""

    def classes(self, element: ElementTree.Element) -> str:
        return _renamed(element.get("class", ""))

    def style(self) -> str:
        """The rules that apply inside the drawing and to something that is in it."""
        used = {name for item in self.source.iter() for name in item.get("class", "").split()}
        css = "".join(item.text or "" for item in self.source.iter(f"{SVG}style"))
        kept = [
            f"{self._references(selector.replace(f'#{self.old}', f'#{self.root}'))}{{{body}}}"
            for selector, body in _rules(css)
            if self._belongs(selector, used)
            for body in [self._references(_without_looks(body))]
            if body and not _RISKY.search(body)
        ]
        # The engine draws lines through the words on them.
        kept.append(f"#{self.root} .edgeLabel text{{{_HALO}}}")
        return f"<style>{_renamed(''.join(kept))}</style>"

    def _belongs(self, selector: str, used: set[str]) -> bool:
        return (
            all(part.strip().startswith(f"#{self.old}") for part in selector.split(","))
            and (not re.search(r"[<&]", selector))
            and any(set(re.findall(r"\.([\w-]+)", part)) <= used for part in selector.split(","))
        )

    def _id(self, old: str) -> str:
        return _renamed(f"{self.name}-{re.sub(r'[^0-9A-Za-z_-]', '_', old)}")

    def _references(self, value: str) -> str:
        return re.sub(
            r"url\(\s*['\"]?#([^)'\"]*)['\"]?\)", lambda m: f"url(#{self._id(m[1])})", value
        )

    def _must_not_lose(self, element: ElementTree.Element) -> None:
        """Raise `CannotDraw` where text stands in HTML only, with no SVG text beside it."""
        has_text = "".join(element.itertext()).strip()
        beside = any(
            element in list(switch) and switch.find(f"{SVG}text") is not None
            for switch in self.source.iter(f"{SVG}switch")
        )
        if has_text and not beside:
            raise CannotDraw("the engine draws the words of this kind of diagram as HTML only")


def _rules(css: str) -> list[tuple[str, str]]:
    """Selector and declarations of each plain rule; rules that begin with @ are left out."""
    without_blocks = re.sub(r"@[\w-]+[^{};]*(\{(?:[^{}]|\{[^{}]*\})*\}|;)", "", css)
    return re.findall(r"([^{}]+)\{([^{}]*)\}", without_blocks)


def _without_looks(body: str) -> str:
    """Declarations without fonts and filters."""
    kept = [part for part in body.split(";") if part.strip() and not _DROPPED_STYLE.match(part)]
    return ";".join(kept)


def _renamed(text: str) -> str:
    """Names without the engine's, which another plugin looks for in pages."""
    return re.sub("(?i)merm(aid|an)", "diagram", text)


def _escaped(text: str | None) -> str:
    return markup(text) if text and text.strip() else ""
