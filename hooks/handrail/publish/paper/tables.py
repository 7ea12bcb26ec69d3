"""Tables on paper: the grid of cells, and which size and shape of page holds it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from handrail.html import Document, Element
from handrail.publish.paper.inlines import set_line
from handrail.publish.paper.measures import Shape, choose_shape, softened, wants
from handrail.publish.paper.nodes import Inline, Node, plain, walk
from handrail.publish.paper.rows import Cell, breaking
from handrail.publish.paper.source import Inside, Source, is_unprinted

_ALIGN = re.compile(r"text-align\s*:\s*(left|center|right)", re.IGNORECASE)
_TALLEST_HEAD = 1500
"""Characters from which a table's head is set as a row like the others, which may break."""
_PICTURE = 10
"""Lines that a picture may take."""
_TALL_HEAD = 400
"""Characters from which a table's head is not repeated on each page."""
_ONLY_ONCE = ("link", "note", "note-again", "heading")
"""What no head has that is repeated."""
_FEW_ROWS, _FEW_LETTERS = 12, 1200
"""Rows and letters up to which a table may be short enough to stand on one page."""
_BLANKS = 8
"""Cells at least that say the same on a page with forms."""


def blank_of(document: Document) -> str:
    """What stands where somebody is to write, on a page with a form: what two in five of its cells
    say or more. Empty on any other page."""
    said = Counter(" ".join(cell.text.split()) for cell in document.elements("td"))
    words, count = said.most_common(1)[0] if said else ("", 0)
    return words if count >= max(_BLANKS, 0.4 * said.total()) else ""


def set_table(element: Element, source: Source, set_inside: Inside) -> list[Node]:
    """A table with the page shape that it needs, or the same facts as a list where it has more
    columns than any page holds. `set_inside` sets what stands in a cell."""
    head, body = _rows(element)
    cells = list(_grid([*head, *body], len(head), source, set_inside))
    columns = max((cell.column + cell.node["across"] for cell in cells), default=0)
    if not columns:
        return []
    caption = next((child for child in element.children if _is(child, "caption")), None)
    title = set_line(caption, source) if caption and not is_unprinted(caption) else []
    asked = [wants(cell.node, cell.column, source.blank) for cell in cells]
    shape = choose_shape(asked, columns, source.nested, source.printing)
    if shape is None:
        return _as_list(cells, len(head), title, source.line(element))
    table = _table(cells, len(head), columns, title, shape, source.line(element))
    short = not source.nested and _may_be_short(cells)
    return [{**table, "form": bool(source.blank), "short": short}]


def _may_be_short(cells: list[Cell]) -> bool:
    """True for a table that is worth measuring: one page may hold it with room to spare."""
    rows = {cell.row for cell in cells}
    return len(rows) <= _FEW_ROWS and sum(cell.node["length"] for cell in cells) <= _FEW_LETTERS


def _table(
    cells: list[Cell], heads: int, columns: int, title: list[Inline], shape: Shape, line: int
) -> Node:
    rows = max(cell.row + cell.node["down"] for cell in cells)
    if sum(cell.node["length"] for cell in cells if cell.row < heads) > _TALLEST_HEAD:
        heads = 0
    filled = sorted([*cells, *_missing(cells, rows, columns)], key=lambda cell: cell[1:])
    for cell, breaks in zip(filled, breaking(filled, shape), strict=True):
        cell.node["of"] = softened(cell.node["of"], shape.longest)
        cell.node["breaks"] = breaks
    head = [cell.node for cell in filled if cell.row < heads]
    return {
        "is": "table",
        "line": line,
        "columns": shape.widths,
        "size": shape.size,
        "own-page": shape.landscape,
        "landscape": shape.landscape,
        "head": head,
        "repeat": _may_repeat(head),
        "rows": [cell.node for cell in filled if cell.row >= heads],
        "caption": title,
    }


def _may_repeat(head: list[Node]) -> bool:
    """True for a head that is short, and free of what must stand only once: links, notes, and
    places that links lead to."""
    short = sum(cell["length"] for cell in head) < _TALL_HEAD
    return short and not any(
        node["is"] in _ONLY_ONCE or "ids" in node or "id" in node for node in walk(head)
    )


def _rows(table: Element) -> tuple[list[Element], list[Element]]:
    """The rows of the table's head, and the others; rows of tables inside it are not its own."""
    head: list[Element] = []
    body: list[Element] = []
    for child in table.children:
        if _is(child, "tr"):
            body.append(child)
        elif _is(child, "thead", "tbody", "tfoot") and not is_unprinted(child):
            rows = [row for row in child.children if _is(row, "tr")]
            (head if child.tag == "thead" else body).extend(rows)
    body = [row for row in body if not is_unprinted(row)]
    if not head and body and all(_is(cell, "th") for cell in _cells(body[0])):
        head = [body.pop(0)]
    return [row for row in head if not is_unprinted(row)], body


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row.children if _is(cell, "td", "th") and not is_unprinted(cell)]


def _grid(
    rows: list[Element],
    heads: int,
    source: Source,
    set_inside: Inside,
) -> Iterator[Cell]:
    """Cells with their places, as a browser would place them."""
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        last = heads if number < heads else len(rows)
        column = 0
        for element in _cells(row):
            while (number, column) in taken:
                column += 1
            across = _span(element, "colspan")
            down = min(_span(element, "rowspan"), last - number)
            across = _free(taken, number, column, across)
            taken.update(
                (number + y, column + x) for y in range(down) for x in range(across)
            )  # fmt: skip
            yield Cell(_cell(element, across, down, source, set_inside), number, column)
            column += across


def _cell(
    element: Element,
    across: int,
    down: int,
    source: Source,
    set_inside: Inside,
) -> Node:
    align = _ALIGN.search(element.attr("style") or "")
    length = len(element.text)
    return {
        "of": set_inside(element, source),
        "is": "cell",
        "line": source.line(element),
        "heads": element.tag == "th" and length > 0,
        "align": (align[1] if align else element.attr("align") or "left").lower(),
        "across": across,
        "down": down,
        "length": length,
        "blank": bool(source.blank) and " ".join(element.text.split()) == source.blank,
        "blocks": sum(_lines(inner) for inner in element.select(_BREAKS)),
    }


def _lines(element: Element) -> int:
    """Lines at least that something in a cell takes beside its letters."""
    if element.tag == "img":
        return _PICTURE
    return 1 + (element.text.count("\n") if element.tag == "pre" else 0)


def _missing(cells: list[Cell], rows: int, columns: int) -> Iterator[Cell]:
    """Empty cells where the writer's rows are shorter than the longest."""
    taken = {
        (cell.row + y, cell.column + x)
        for cell in cells
        for y in range(cell.node["down"])
        for x in range(cell.node["across"])
    }
    for row in range(rows):
        for column in range(columns):
            if (row, column) not in taken:
                yield Cell(dict(_EMPTY), row, column)


_BREAKS = "br, li, p, tr, dt, pre, img"
_EMPTY = {
    "is": "cell", "of": [], "line": 0, "heads": False, "align": "left", "across": 1, "down": 1,
    "length": 0, "blank": False, "blocks": 0,
}  # fmt: skip


def _as_list(cells: list[Cell], heads: int, title: list[Inline], line: int) -> list[Node]:
    """Each row as a list of its cells, each with the words above its column."""
    names: dict[int, str] = {}
    for cell in cells:
        if cell.row < heads:
            words = plain([inline for block in cell.node["of"] for inline in block.get("of", [])])
            for column in range(cell.column, cell.column + cell.node["across"]):
                names[column] = f"{names[column]}, {words}" if column in names else words
    caption: Node = {"is": "paragraph", "of": title, "line": line, "keep": True}
    blocks: list[Node] = [caption] if title else []
    if heads and not any(cell.row >= heads for cell in cells):
        heads = 0
    for row in sorted({cell.row for cell in cells if cell.row >= heads}):
        items = [
            {"is": "term", "term": [names.get(cell.column) or "–"], "of": cell.node["of"]}
            for cell in cells
            if cell.row == row
        ]
        blocks.append({"is": "terms", "items": items, "line": line, "compact": True})
    return blocks


def _free(taken: set[tuple[int, int]], row: int, column: int, across: int) -> int:
    """How many of the wanted columns are free before a cell that reaches down from above."""
    free = 0
    while free < across and (row, column + free) not in taken:
        free += 1
    return max(free, 1)


def _span(element: Element, name: str) -> int:
    written = (element.attr(name) or "").strip()
    return (
        min(int(written), 1000) if written.isascii() and written.isdigit() and int(written) else 1
    )


def _is(node: object, *tags: str) -> bool:
    return isinstance(node, Element) and node.tag in tags
