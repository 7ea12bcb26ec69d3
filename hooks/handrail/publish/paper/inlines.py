"""Words in a line: rendered HTML to the inlines of the print tree."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

from handrail.html import Element, Text
from handrail.plainer import PLAINER
from handrail.publish.paper.links import NOWHERE, PAGE
from handrail.publish.paper.nodes import Inline, Node, trimmed
from handrail.publish.paper.pictures import set_image, set_svg
from handrail.publish.paper.source import Source, classes, is_unprinted

_LOOKS = {
    "strong": "strong", "b": "strong", "em": "emphasis", "i": "emphasis", "cite": "emphasis",
    "dfn": "emphasis", "var": "emphasis", "mark": "mark", "del": "deleted", "s": "deleted",
    "strike": "deleted", "ins": "inserted", "u": "inserted", "sub": "sub", "sup": "super",
    "small": "small",
}  # fmt: skip
_MONOSPACED = {"code": "code", "samp": "code", "tt": "code", "kbd": "key"}
_MEDIA = {"iframe", "video", "audio", "embed"}
PUT_TOGETHER = re.compile(
    "([\u01a0\u01a1\u01af\u01b0\u01cd-\u0217\u021e-\u0233\u1e00-\u1e7f\u1e86-\u1e9d\u1ea0-\u1ef1\u1ef4-\u1eff]+)"
)
_PHONE = re.compile(r"\b(?:\+44 ?|0)\d{2,4} \d{3,6}(?: \d{3,4})?\b")
_JOINER = re.compile("\u200d(?=[\u2190-\u2bff\U0001f000-\U0001faff])")
"""Makes one emoji of two. No font for print does, and one is lost where they are of two fonts."""
_LANGUAGE = re.compile(r"[a-z]{2,3}(?=-|$)", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_BREAK: Node = {"is": "break"}


def set_inlines(nodes: Iterable, source: Source) -> list[Inline]:
    """What stands in a line: strings, and nodes for what is not plain text."""
    line: list[Inline] = []
    for node in nodes:
        if isinstance(node, Text):
            for part in set_text(_SPACES.sub(" ", node.data)):
                _append(line, part)
        elif isinstance(node, Element) and not is_unprinted(node):
            for inline in _in_language(node, _set_element(node, source)):
                _append(line, inline)
    return line


def set_text(text: str) -> list[Inline]:
    """The text as it is set.

    People search a PDF for whole words, so soft hyphens, which would stay inside words, and letters
    that a word processor joined go, and letters that the first font would put together from two
    signs, which would be found twice, stand apart. The colour of a skin and the box round a digit
    go too: the font of emoji would print them as signs of their own.
    """
    if text.isascii():
        return [_PHONE.sub(_unbroken, text)]
    text = _JOINER.sub("", unicodedata.normalize("NFC", text).translate(PLAINER))
    text = _PHONE.sub(_unbroken, text)
    if not PUT_TOGETHER.search(text):
        return [text]
    parts = PUT_TOGETHER.split(text)
    return [{"is": "letters", "of": [p]} if n % 2 else p for n, p in enumerate(parts)]


def _unbroken(number: re.Match) -> str:
    """A phone number, with spaces at which no line is broken."""
    return number[0].replace(" ", "\u00a0")


def set_line(element: Element, source: Source) -> list[Inline]:
    """The inlines of an element that is one run of text."""
    return trimmed(set_inlines(element.children, source))


def _append(line: list[Inline], node: Inline) -> None:
    """Add a node; runs of text become one, with one space where either had some, and a line begins
    with none."""
    if isinstance(node, str) and line and line[-1] == _BREAK:
        node = node.lstrip(" ")
    if isinstance(node, str) and line and isinstance(line[-1], str):
        line[-1] = line[-1] + (node.lstrip(" ") if line[-1].endswith(" ") else node)
    elif node != "":
        line.append(node)


def _in_language(element: Element, inlines: list[Inline]) -> list[Inline]:
    language = language_of(element)
    return [{"is": "language", "lang": language, "of": inlines}] if language else inlines


def language_of(element: Element) -> str:
    """The language code an element gives, such as `cy` for `cy-GB`; empty where it gives none."""
    match = _LANGUAGE.match(element.attr("lang") or "")
    return match[0].lower() if match else ""


def _set_element(element: Element, source: Source) -> list[Inline]:
    setter = _SETTERS.get(element.tag, _set_plain)
    inlines = setter(element, source)
    name = element.attr("id")
    return [{"is": "anchor", "id": name}, *inlines] if name else inlines


def _set_plain(element: Element, source: Source) -> list[Inline]:
    """What is inside; a block in the middle of a line is kept apart by line breaks."""
    inlines = set_inlines(element.children, source)
    if element.tag in BLOCKS and inlines:
        return [_BREAK, *trimmed(inlines), _BREAK]
    return inlines


def _set_look(element: Element, source: Source) -> list[Inline]:
    note = _note(element, source) if element.tag == "sup" else None
    if note:
        return [note]
    inlines = set_inlines(element.children, source)
    return [{"is": _LOOKS[element.tag], "of": inlines}] if inlines else []


def _note(element: Element, source: Source) -> Node | None:
    """The footnote that a raised number stands for, where it stands for one."""
    mark = element.select_one("a.footnote-ref")
    name = (mark.attr("href") or "").removeprefix("#") if mark else ""
    if name not in source.notes:
        return None
    if name in source.noted:
        return {"is": "note-again", "of": [], "note": name}
    source.noted.add(name)
    return {"is": "note", "of": source.notes[name], "note": name}


def _set_monospaced(element: Element, source: Source) -> list[Inline]:
    text = _SPACES.sub(" ", element.text)
    return [{"is": _MONOSPACED[element.tag], "text": text}] if text.strip() else []


def _set_link(element: Element, source: Source) -> list[Inline]:
    inlines = set_inlines(element.children, source)
    target = source.find(element)
    if target.kind == NOWHERE or not inlines:
        return inlines
    link: Node = {"is": "link", "of": inlines, "line": source.line(element)}
    if target.kind == PAGE:
        return [{**link, "label": target.address, "page": target.fallback}]
    return [{**link, "url": target.address}]


def _set_break(element: Element, source: Source) -> list[Inline]:
    return [_BREAK]


def _set_chance(element: Element, source: Source) -> list[Inline]:
    return [{"is": "gap"}]


def _set_tick(element: Element, source: Source) -> list[Inline]:
    return [{"is": "tick", "done": "checked" in element.attrs}]


def _set_quotation(element: Element, source: Source) -> list[Inline]:
    return ["“", *set_inlines(element.children, source), "”"]


def _set_media(element: Element, source: Source) -> list[Inline]:
    """A film or a frame cannot be printed: its name, which leads to it where it has an address."""
    target = source.find(element)
    name = element.attr("title") or element.attr("src") or ""
    if target.kind == NOWHERE or not name:
        return [name] if name else []
    return [{"is": "link", "of": [name], "url": target.address, "line": source.line(element)}]


def _set_icon(element: Element, source: Source) -> list[Inline]:
    """An emoji or icon made by an extension: its character where it has one, else its drawing."""
    if "twemoji" in classes(element) and element.select_one("svg") is None:
        return [element.attr("alt") or element.text]
    return _set_plain(element, source)


def _set_image(element: Element, source: Source) -> list[Inline]:
    if {"twemoji", "emojione", "gemoji"} & set(classes(element)):
        return [element.attr("alt") or ""]
    return [set_image(element, source)]


def _set_svg(element: Element, source: Source) -> list[Inline]:
    return [set_svg(element, source)]


BLOCKS = {
    "address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "dialog",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hgroup", "legend", "li", "main", "menu", "nav", "ol", "optgroup",
    "option", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
}  # fmt: skip
_SETTERS: dict[str, Callable[[Element, Source], list[Inline]]] = {
    **dict.fromkeys(_LOOKS, _set_look),
    **dict.fromkeys(_MONOSPACED, _set_monospaced),
    **dict.fromkeys(_MEDIA, _set_media),
    "a": _set_link,
    "br": _set_break,
    "wbr": _set_chance,
    "input": _set_tick,
    "q": _set_quotation,
    "span": _set_icon,
    "img": _set_image,
    "svg": _set_svg,
}
