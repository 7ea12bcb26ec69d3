"""The print tree as Pandoc's: what a book holds, for the programs that Pandoc writes for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from handrail.publish.paper.nodes import Inline, Node, walk

PASSAGE, WORDS = "Passage in", "Words in"
_NAMELESS = ["", [], []]
_MIDDLE = {"left": "AlignDefault", "center": "AlignCenter", "right": "AlignRight"}
_STYLES = {
    "1": "Decimal", "a": "LowerAlpha", "A": "UpperAlpha", "i": "LowerRoman", "I": "UpperRoman",
}  # fmt: skip
_WIDEST = 453.0
"""Points between the margins of a page."""
_LINE = 12.0
"""Points that a picture in a line of text is high."""


@dataclass
class Exchange:
    """Turns nodes into Pandoc's, and collects the pictures that they show."""

    pictures: list[dict[str, Any]] = field(default_factory=list)
    """What is to be drawn: `svg`, `path` or the piece of a `drawing`, with `width` in points where
    it is known. The first is the file `1.png`."""
    languages: set[str] = field(default_factory=set)
    """Languages of passages, as codes. What is in another language has the style `PASSAGE` or
    `WORDS`, with the code, because Word keeps languages in styles."""
    _names: dict[str, str] = field(default_factory=dict)
    _notes: dict[str, list[Node]] = field(default_factory=dict)

    def blocks(self, nodes: Iterable[Inline]) -> list[dict]:
        """Blocks; inlines between them become text of their own."""
        done: list[dict] = []
        run: list[Inline] = []
        for node in [*nodes, None]:
            if node is not None and (isinstance(node, str) or not self._is_block(node)):
                run.append(node)
                continue
            done += [_node("Plain", self.inlines(run))] if run else []
            run = []
            done += self._block(node) if node else []
        return done

    def meet(self, nodes: list[Node]) -> None:
        """Remember notes that are referred to again, and the names and languages of places."""
        for node in walk(nodes):
            if node["is"] == "note" and "label" in node:
                self._notes[node["label"]] = node["of"]
            if node["is"] == "heading" and "ids" in node:
                # One name for all, because an empty place in a heading would be in the contents.
                names = [self._name(label) for label in node["ids"]]
                self._names.update(dict.fromkeys(node["ids"], names[0]))
            if "lang" in node:
                self.languages.add(node["lang"])

    def inlines(self, nodes: Iterable[Inline]) -> list[dict]:
        """What stands in a line."""
        return [inline for node in nodes for inline in self._inline(node)]

    def _is_block(self, node: Node) -> bool:
        return node["is"] in _BLOCKS or "block" in node

    def _block(self, node: Node) -> list[dict]:
        setter = _BLOCKS.get(node["is"], Exchange._picture_block)
        blocks = setter(self, node)
        if node["is"] == "heading" or not node.get("ids"):
            return blocks
        return [_node("Div", [self._name(node["ids"][0]), [], []], blocks)]

    def _name(self, label: str) -> str:
        """A short name for a label, which every format allows."""
        return self._names.setdefault(label, f"place-{len(self._names) + 1}")

    def _anchors(self, labels: Iterable[str]) -> list[dict]:
        return [_node("Span", [self._name(label), [], []], []) for label in labels]

    # Blocks -----------------------------------------------------------------------------------

    def _heading(self, node: Node) -> list[dict]:
        name = self._name(node["ids"][0]) if "ids" in node else ""
        attributes = [name, [] if node["numbered"] else ["unnumbered"], []]
        return [_node("Header", node["level"], attributes, self.inlines(node["of"]))]

    def _paragraph(self, node: Node) -> list[dict]:
        return [_node("Para", self.inlines(node["of"]))]

    def _quote(self, node: Node) -> list[dict]:
        return [_node("BlockQuote", self.blocks(node["of"]))]

    def _inside(self, node: Node) -> list[dict]:
        return self.blocks(node["of"])

    def _box(self, node: Node) -> list[dict]:
        title = [_node("Para", [_node("Strong", self.inlines(node["title"]))])]
        attributes = ["", ["box", node.get("tone", "plain")], [["custom-style", "Block Text"]]]
        inside = [*(title if node["title"] else []), *self.blocks(node["of"])]
        return [_node("Div", attributes, inside)]

    def _code(self, node: Node) -> list[dict]:
        return [_node("CodeBlock", _NAMELESS, node["text"])]

    def _rule(self, _: Node) -> list[dict]:
        return [{"t": "HorizontalRule"}]

    def _language(self, node: Node) -> list[dict]:
        return [_node("Div", _spoken(PASSAGE, node), self.blocks(node["of"]))]

    def _list(self, node: Node) -> list[dict]:
        items = node["items"]
        bodies = [[*self._anchored(item), *self.blocks(item["of"])] for item in items]
        if not node["numbered"]:
            return [_node("BulletList", bodies)]
        # A number that a writer gave an item begins a list of its own.
        cuts = [0, *(n for n, item in enumerate(items) if n and "value" in item), len(items)]
        return [
            _node("OrderedList", [items[at].get("value", node["start"] + at),
                  {"t": _STYLES[node["style"]]}, {"t": "Period"}], bodies[at:end])
            for at, end in pairwise(cuts)
        ]  # fmt: skip

    def _anchored(self, item: Node) -> list[dict]:
        anchors = self._anchors(item.get("ids", ()))
        return [_node("Plain", anchors)] if anchors else []

    def _terms(self, node: Node) -> list[dict]:
        pairs = [[self.inlines(i["term"]), [self.blocks(i["of"])]] for i in node["items"]]
        return [_node("DefinitionList", pairs)]

    def _figure(self, node: Node) -> list[dict]:
        caption = [_node("Plain", self.inlines(node["caption"]))] if node["caption"] else []
        return [_node("Figure", _NAMELESS, [None, caption], self.blocks(node["of"]))]

    def _drawing(self, node: Node) -> list[dict]:
        return [_node("Para", [self._drawn(piece)]) for piece in node["pieces"]]

    def _beside(self, node: Node) -> list[dict]:
        return [*self._picture_block(node["symbol"]), *self.blocks(node["of"])]

    def _picture_block(self, node: Node) -> list[dict]:
        return [_node("Para", [self._picture(node)])]

    def _table(self, node: Node) -> list[dict]:
        columns = len(node["columns"])
        total = sum(node["columns"])
        head = list(_rows(node["head"], columns))
        body = list(_rows(node["rows"], columns))
        sides = int(bool(body) and all(row[0]["heads"] for row in body if row))
        caption = [_node("Plain", self.inlines(node["caption"]))] if node["caption"] else []
        widths = [{"t": "ColWidth", "c": width / total} for width in node["columns"]]
        return [
            _node("Table", _NAMELESS, [None, caption],
                  [[{"t": "AlignDefault"}, width] for width in widths],
                  [_NAMELESS, [self._row(row) for row in head]],
                  [[_NAMELESS, sides, [], [self._row(row) for row in body]]],
                  [_NAMELESS, []])
        ]  # fmt: skip

    def _row(self, cells: list[Node]) -> list:
        return [_NAMELESS, [
            [_NAMELESS, {"t": _MIDDLE.get(cell["align"], "AlignDefault")}, cell["down"],
             cell["across"], self.blocks(cell["of"])]
            for cell in cells
        ]]  # fmt: skip

    # Inlines ----------------------------------------------------------------------------------

    def _inline(self, node: Inline) -> list[dict]:
        if isinstance(node, str):
            return [_text(node)]
        kind = node["is"]
        if kind in _LOOKS:
            return [_node(_LOOKS[kind], self.inlines(node["of"]))]
        if kind in ("code", "key"):
            return [_node("Code", _NAMELESS, node["text"])]
        if kind in ("note", "note-again"):
            of = node["of"] or self._notes.get(node.get("label", ""), [])
            return [_node("Note", self.blocks(of))]
        if kind == "image":
            return [self._picture(node, _LINE)]
        if kind == "break":
            return [{"t": "LineBreak"}]
        if kind == "tick":
            return [_text("☑ " if node["done"] else "☐ ")]
        if kind == "link":
            target = node["url"] if "url" in node else f"#{self._name(node['label'])}"
            return [_node("Link", _NAMELESS, self.inlines(node["of"]), [target, ""])]
        if kind == "language":
            return [_node("Span", _spoken(WORDS, node), self.inlines(node["of"]))]
        return [*self._anchors(node.get("ids", ())), *self.inlines(node.get("of", ()))]

    def _drawn(self, piece: Node) -> dict:
        """A piece of a drawing."""
        width = piece["width"] * piece["scale"]
        return self._picture({"drawing": piece, "width": width, "alt": piece["alt"]})

    def _picture(self, node: Node, height: float = 0) -> dict:
        """A picture, which is drawn as an image of its own."""
        width = min(node.get("width", _WIDEST), _WIDEST)
        source = {key: node[key] for key in ("svg", "path", "drawing", "width") if key in node}
        if source not in self.pictures:
            self.pictures.append(source)
        size = [["height", f"{height / 72:.3f}in"]] if height else []
        if not height and "width" in node:
            size = [["width", f"{width / 72:.3f}in"]]
        name = f"{self.pictures.index(source) + 1}.png"
        return _node("Image", ["", [], size], [_text(node["alt"])] if node["alt"] else [],
                     [name, ""])  # fmt: skip


def _rows(cells: list[Node], columns: int) -> Iterator[list[Node]]:
    """The cells row by row, as a browser would place them."""
    taken: set[tuple[int, int]] = set()
    row, at, line = 0, 0, []
    for cell in cells:
        while (row, at) in taken or at >= columns:
            at += 1
            if at >= columns:
                yield line
                row, at, line = row + 1, 0, []
        spans = ((row + y, at + x) for y in range(cell["down"]) for x in range(cell["across"]))
        taken.update(spans)
        line.append(cell)
    if line:
        yield line


def _spoken(style: str, node: Node) -> list:
    """The attributes of what is in another language."""
    return ["", [], [["lang", node["lang"]], ["custom-style", f"{style} {node['lang']}"]]]


def _text(text: str) -> dict:
    return {"t": "Str", "c": text}


def _node(kind: str, *parts: Any) -> dict:
    return {"t": kind, "c": parts[0] if len(parts) == 1 else list(parts)}


_LOOKS = {
    "strong": "Strong", "emphasis": "Emph", "deleted": "Strikeout", "inserted": "Underline",
    "sub": "Subscript", "super": "Superscript",
}  # fmt: skip
_BLOCKS: dict[str, Callable[[Exchange, Node], list[dict]]] = {
    "heading": Exchange._heading,
    **dict.fromkeys(("paragraph", "facts", "shapes"), Exchange._paragraph),
    "list": Exchange._list,
    "terms": Exchange._terms,
    "table": Exchange._table,
    "code-block": Exchange._code,
    **dict.fromkeys(("box", "tab"), Exchange._box),
    "quote": Exchange._quote,
    "rule": Exchange._rule,
    "figure": Exchange._figure,
    "turned": Exchange._inside,
    "drawing": Exchange._drawing,
    "beside": Exchange._beside,
    "in-language": Exchange._language,
}
