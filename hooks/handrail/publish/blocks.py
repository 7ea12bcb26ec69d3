"""A rendered page as blocks: rendered HTML to the print tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from handrail.html import Element, Text
from handrail.publish.paper.boxes import set_admonition, set_fold, set_tabs
from handrail.publish.paper.drawings import (
    is_drawing,
    put_turned_last,
    set_drawing,
    set_key,
    set_pathway,
    set_undrawn,
)
from handrail.publish.paper.inlines import BLOCKS, language_of, set_inlines, set_line
from handrail.publish.paper.lists import set_list, set_terms
from handrail.publish.paper.measures import softened, texts
from handrail.publish.paper.nodes import Inline, Node, trimmed
from handrail.publish.paper.source import Source, classes, is_unprinted
from handrail.publish.paper.tables import blank_of, set_table
from handrail.publish.typeset import NESTED

_INTRODUCED = {"list", "table", "code-block", "terms", "drawing", "image", "figure"}
"""Blocks that a line ending in a colon introduces."""
_FEW_LETTERS = 200
"""Letters of a paragraph that only introduces a table."""


def set_page(source: Source) -> list[Node]:
    """Everything of a page that is printed, in reading order. Raises `CannotPrint`."""
    try:
        return _set_page(source)
    except RecursionError:
        raise source.refuse(source.document.root, NESTED) from None


def _set_page(source: Source) -> list[Node]:
    items = source.document.root.select("div.footnote > ol > li[id]")
    notes = {item.attr("id"): set_inside(item, source) for item in items}
    source = replace(source, notes=notes, blank=blank_of(source.document))
    blocks = set_blocks(source.document.root.children, source)
    return softened(put_turned_last([*blocks, *_left_over(notes, source)]))


def _left_over(notes: dict[str, list[Node]], source: Source) -> list[Node]:
    """Footnotes that nothing on the page refers to, as a list at its end."""
    items = [
        {"is": "item", "of": of, "line": of[0]["line"]}
        for name, of in notes.items()
        if name not in source.noted and of
    ]
    if not items:
        return []
    return [
        {
            "is": "list", "numbered": True, "style": "1", "start": 1, "tight": True,
            "tasks": False, "inside": False, "items": items, "line": items[0]["line"],
        }
    ]  # fmt: skip


def set_blocks(nodes: Iterable, source: Source, line: int = 1) -> list[Node]:
    """Blocks; text between them becomes paragraphs of its own. `line` is the holder's."""
    blocks: list[Node] = []
    run: list = []
    for node in nodes:
        if isinstance(node, Element) and not is_unprinted(node) and _is_block(node):
            blocks += _paragraph_of(run, source, line)
            run = []
            blocks += _in_language(node, _with_id(node, _set_block(node, source), source))
        else:
            run.append(node)
    blocks += _paragraph_of(run, source, line)
    return _kept_together(blocks)


def set_inside(element: Element, source: Source, title: Element | None = None) -> list[Node]:
    """What stands in an element that holds blocks, without its `title`."""
    inner = source if source.nested else replace(source, nested=True)
    children = [child for child in element.children if child is not title]
    return set_blocks(children, inner, source.line(element))


def _is_block(element: Element) -> bool:
    """True for a block, and for an inline element that a writer put around blocks."""
    if element.tag in BLOCKS or element.tag == "hr":
        return True
    if element.tag == "svg":
        return is_drawing(element)
    return any(isinstance(child, Element) and _is_block(child) for child in element.children)


def _set_block(element: Element, source: Source) -> list[Node]:
    names = classes(element)
    if "admonition" in names:
        return set_admonition(element, source, set_inside)
    if "tabbed-set" in names:
        return set_tabs(element, source, set_inside)
    if "footnote" in names and element.tag == "div":
        return []
    if "highlight" in names:
        return _set_titled_code(element, source)
    if "pathway-key" in names:
        return [set_key(element, source)]
    if "mermaid" in names:
        return set_undrawn(element, source)
    setter = _SETTERS.get(element.tag)
    return setter(element, source) if setter else _set_transparent(element, source)


def _set_transparent(element: Element, source: Source) -> list[Node]:
    """An element that only holds others."""
    return set_blocks(element.children, source, source.line(element))


def _set_paragraph(element: Element, source: Source) -> list[Node]:
    blocks = _paragraph(set_line(element, source), source.line(element))
    if blocks and "pathway-who" in classes(element):
        blocks[0]["keep"] = True
    return blocks


def _paragraph_of(run: list, source: Source, line: int) -> list[Node]:
    """The paragraph that text and inline elements between two blocks make."""
    if not any(isinstance(node, Element) or node_text(node).strip() for node in run):
        return []
    first = next((node for node in run if isinstance(node, Element)), None)
    place = source.line(first) if first is not None else line
    return _paragraph(trimmed(set_inlines(run, source)), place)


def node_text(node: object) -> str:
    """The text of a text node; nothing for a comment."""
    return node.data if isinstance(node, Text) else ""


def _paragraph(inlines: list[Inline], line: int) -> list[Node]:
    """A paragraph; one that is nothing but a picture becomes that picture, and one that begins
    with a symbol has it at its side."""
    if inlines and isinstance(inlines[0], dict) and inlines[0]["is"] == "image":
        picture, *rest = inlines
        if not rest:
            return [{**picture, "block": True}]
        if picture["symbol"]:
            of = [{"is": "paragraph", "of": trimmed(rest), "line": line}]
            return [{"is": "beside", "symbol": picture, "of": of, "line": line}]
    return [{"is": "paragraph", "of": inlines, "line": line}] if inlines else []


def _set_heading(element: Element, source: Source) -> list[Node]:
    of = set_line(element, source)
    if not any(isinstance(part, str) or part["is"] != "image" for part in of):
        of = list(filter(None, [" ".join(part["alt"] for part in of)]))
    level = int(element.tag[1])
    return [{"is": "heading", "level": level, "of": of, "line": source.line(element)}] if of else []


def _set_code(element: Element, source: Source) -> list[Node]:
    text = element.text.strip("\n").expandtabs(4)
    return (
        [{"is": "code-block", "text": text, "line": source.line(element)}] if text.strip() else []
    )


def _set_titled_code(element: Element, source: Source) -> list[Node]:
    """Code with its title; with numbers at its lines, it is a table on the site."""
    code = element.select(".code pre") or element.select("pre")
    blocks = set_blocks(code, source, source.line(element))
    title = element.select_one("span.filename")
    if title is None or not blocks:
        return blocks
    of = [{"is": "strong", "of": set_line(title, source)}]
    return [{"is": "paragraph", "of": of, "line": source.line(element), "keep": True}, *blocks]


def _set_quote(element: Element, source: Source) -> list[Node]:
    of = set_inside(element, source)
    return [{"is": "quote", "of": of, "line": source.line(element)}] if of else []


def _set_rule(element: Element, source: Source) -> list[Node]:
    return [{"is": "rule", "line": source.line(element)}]


def _set_figure(element: Element, source: Source) -> list[Node]:
    if "pathway" in classes(element):
        return set_pathway(element, _set_transparent(element, source), source)
    caption = next((child for child in element.children if _is_caption(child)), None)
    of = set_inside(element, source, caption)
    title = set_line(caption, source) if caption is not None else []
    return [{"is": "figure", "of": of, "caption": title, "line": source.line(element)}]


def _is_caption(node: object) -> bool:
    return isinstance(node, Element) and node.tag == "figcaption" and not is_unprinted(node)


def _set_table(element: Element, source: Source) -> list[Node]:
    return set_table(element, source, set_inside)


def _set_list(element: Element, source: Source) -> list[Node]:
    return set_list(element, source, set_inside)


def _set_terms(element: Element, source: Source) -> list[Node]:
    return set_terms(element, source, set_inside)


def _set_fold(element: Element, source: Source) -> list[Node]:
    return set_fold(element, source, set_inside)


def _with_id(element: Element, blocks: list[Node], source: Source) -> list[Node]:
    """The blocks with the element's ID on the first, so that links find it."""
    name = element.attr("id")
    if any(name in block.get("ids", ()) for block in blocks):
        return blocks
    if name and not blocks:
        return [{"is": "paragraph", "of": [{"is": "anchor", "id": name}], "line": 0}]
    if name:
        blocks[0] = {**blocks[0], "ids": [name, *blocks[0].get("ids", ())]}
    return blocks


def _in_language(element: Element, blocks: list[Node]) -> list[Node]:
    language = language_of(element)
    if not language or not blocks:
        return blocks
    right = (element.attr("dir") or "").lower() == "rtl"
    line = blocks[0]["line"]
    return [{"is": "in-language", "lang": language, "right": right, "of": blocks, "line": line}]


def _kept_together(blocks: list[Node]) -> list[Node]:
    """A line that ends in a colon stays on the page of what it introduces, and so does the little
    that stands between a heading and its table."""
    for before, block, after in zip([{"is": ""}, *blocks], blocks, blocks[1:], strict=False):
        if block["is"] == "paragraph" and after["is"] in _INTRODUCED:
            last = block["of"][-1]
            ends = isinstance(last, str) and last.endswith(":")
            between = (before["is"], after["is"]) == ("heading", "table")
            if ends or (between and sum(map(len, texts(block["of"]))) <= _FEW_LETTERS):
                block["keep"] = True
    return blocks


_SETTERS: dict[str, Callable[[Element, Source], list[Node]]] = {
    **dict.fromkeys(("p", "summary", "figcaption", "caption", "dt"), _set_paragraph),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _set_heading),
    **dict.fromkeys(("ul", "ol", "menu"), _set_list),
    "dl": _set_terms,
    "table": _set_table,
    "pre": _set_code,
    "blockquote": _set_quote,
    "hr": _set_rule,
    "figure": _set_figure,
    "details": _set_fold,
    "svg": set_drawing,
}
