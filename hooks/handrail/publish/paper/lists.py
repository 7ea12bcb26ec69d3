"""Lists on paper: bullets, numbers, tasks, and terms with what they mean."""

from __future__ import annotations

from handrail.html import Element, Text
from handrail.publish.paper.inlines import set_line
from handrail.publish.paper.nodes import Node
from handrail.publish.paper.source import Inside, Source, is_unprinted


def set_list(element: Element, source: Source, inside: Inside) -> list[Node]:
    """A list; `inside` sets what stands in an item."""
    items = [child for child in element.children if _is_printed(child)]
    if not items:
        return []
    numbered, style = element.tag == "ol", element.attr("type")
    return [
        {
            "is": "list",
            "numbered": numbered,
            "inside": source.nested,
            "style": style if style in ("a", "A", "i", "I") else "1",
            "start": _number(element.attr("start"), 1),
            "tight": not any(_has_paragraph(item) for item in items),
            "tasks": not numbered and all(_is_task(item) for item in items),
            "items": [_item(item, source, inside) for item in items],
            "line": source.line(element),
        }
    ]


def _item(element: Element, source: Source, inside: Inside) -> Node:
    item: Node = {"is": "item", "of": inside(element, source), "line": source.line(element)}
    if element.attr("id"):
        item["ids"] = [element.attr("id")]
    if element.attr("value"):
        item["value"] = _number(element.attr("value"), 1)
    return item


def set_terms(element: Element, source: Source, inside: Inside) -> list[Node]:
    """A list of terms, each with what is said of it; terms that share one are set together."""
    items: list[Node] = []
    for child in _parts(element):
        if child.tag == "dt":
            if items and not items[-1]["of"]:
                items[-1]["term"] += [{"is": "break"}, *_term(child, source)]
            else:
                items.append({"is": "term", "term": _term(child, source), "of": []})
        elif items:
            items[-1]["of"] += inside(child, source)
        else:
            items.append({"is": "term", "term": [], "of": inside(child, source)})
    return [{"is": "terms", "items": items, "line": source.line(element)}] if items else []


def _term(element: Element, source: Source) -> list:
    line = set_line(element, source)
    name = element.attr("id")
    return [{"is": "anchor", "id": name}, *line] if name else line


def _parts(element: Element) -> list[Element]:
    """The terms and their meanings, also where they are grouped in boxes."""
    parts: list[Element] = []
    for child in element.children:
        if _is_printed(child):
            parts += [child] if child.tag in ("dt", "dd") else _parts(child)
    return parts


def _is_printed(node: object) -> bool:
    """True for an element that is printed; white space between items is nothing."""
    return isinstance(node, Element) and not is_unprinted(node)


def _has_paragraph(item: Element) -> bool:
    return any(isinstance(child, Element) and child.tag == "p" for child in item.children)


def _is_task(item: Element) -> bool:
    """True for an item that starts with a box to tick."""
    for child in item.children:
        if isinstance(child, Text) and child.data.strip():
            return False
        if isinstance(child, Element):
            return _starts_with_tick(child)
    return False


def _starts_with_tick(element: Element) -> bool:
    if element.tag == "input":
        return element.attr("type") == "checkbox"
    return element.tag in ("label", "p") and element.select_one("input[type=checkbox]") is not None


def _number(written: str | None, usual: int) -> int:
    try:
        return max(int(written or usual), 0)
    except ValueError:
        return usual
