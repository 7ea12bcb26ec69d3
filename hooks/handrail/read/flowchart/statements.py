"""Statements: the first line, steps and their arrows, subgraphs, clicks and styles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice

from handrail.read.flowchart import sayings
from handrail.read.flowchart.arrows import HALF, LINK, NAME, RESERVED, go_past_arrow
from handrail.read.flowchart.boxes import CLOSING, OPENING, go_past_box, go_past_boxes
from handrail.read.flowchart.cursor import ARROW, BETWEEN, GAP, QUOTED, STOP, Cursor
from handrail.read.flowchart.sayings import Slipped, reserved

Slip = tuple[int, int, str, str]
"""1-based line and column in the diagram, what is wrong, and one way to mend it."""
MOST_SLIPS = 20

_BEGINS = r"acc|subgraph|(?i:end)|direction|click|class|style|linkStyle"
"""How every statement begins that is no step; most statements are steps."""
_DIRECTIONS = {"LR": "to the right", "RL": "to the left", "TD": "down", "TB": "down", "BT": "up"}
_HEADER = re.compile(r"\s*(?:flowchart-elk|flowchart|graph)(?P<gap>[ \t]*)(?P<rest>[^\n]*)")
_DIRECTED = re.compile(r"(?:LR|RL|TB|TD|BT|BR|<|>|\^|v)?[ \t]*(?:;|$)")
_ID = re.compile(r"(?:[\w.&]|-(?![->.]))+")
_MARKS = re.compile(r"[/,:'’+*?!#%`=]\w*")
_CLASS = re.compile(r":::(?:\w|-(?![->.]))+")
_JOIN = re.compile(r"[ \t]*&(?=[ \t\n]|\Z)[ \t]*")
_TITLE = re.compile(r'[^][(){}|"<>;,\n]*')
_CLICKED_STEP = re.compile(r"click[ \t]*(?:[xo<]?(?:--|==|-\.)|[\[({])")
_CLICK = re.compile(
    r'click[ \t]+\S+[ \t]+(?:(?:href[ \t]+)?"[^"\n]*"(?:[ \t]+"[^"\n]*")?'
    r"(?:[ \t]+_(?:self|blank|parent|top))?"
    r'|(?:call[ \t]+[^(\n]+\([^)\n]*\)|(?!href\b|call\b)[^\s"(\[]+)(?:[ \t]+"[^"\n]*")?)'
)
_STEP = rf"(?!{RESERVED.pattern})\w+"
_WORDS = r'"[^"\n@]*"'
_BOX = rf"(?:\[{_WORDS}\]|\(\[{_WORDS}\]\)|\{{{_WORDS}\}})"
_LABEL = rf'\|(?:{_WORDS}|[^][(){{}}|"\n@]+)\|'
_USUAL = re.compile(
    rf"(?!{_BEGINS}){_STEP}(?:{_BOX}|[ \t]+-->[ \t]*(?:{_LABEL}[ \t]*)?{_STEP}{_BOX}?)"
    # unless an arrow leads on from the line below
    rf"(?=[ \t]*(?:[;\n]|\Z))(?!\s*{NAME.pattern}(?:{LINK.pattern}))"
)
"""A step with its box, or one arrow: what most statements are, and nothing can be wrong there."""
_STYLES = r"[ \t]+[^][(){}<>|\"\n;]*[^][(){}<>|\"\n;\s]"
_STYLED = {
    "classDef": (re.compile(rf"classDef[ \t]+[\w,-]+{_STYLES}"),
                 "classDef urgent stroke-width:3px"),
    "class": (re.compile(r"class[ \t]+[\w,.-]+[ \t]+[\w-]+"), "class ring,visit urgent"),
    "style": (re.compile(rf"style[ \t]+[\w,.-]+{_STYLES}"), "style ring stroke-width:3px"),
    "linkStyle": (re.compile(rf"linkStyle[ \t]+(?:default|\d+(?:,\d+)*){_STYLES}"),
                  "linkStyle 0 stroke-width:3px"),
}  # fmt: skip


@lru_cache(maxsize=1000)  # a preview reads every pathway again at each save
def find_slips(source: str) -> tuple[Slip, ...]:
    """The faults of a flowchart, line by line; none for what is no flowchart."""
    text = _without_comments(source)
    header = _HEADER.match(text)
    if not header:
        return ()
    found = islice(_Reader(text, header).slips(), MOST_SLIPS)
    return tuple(
        (text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at), message, help)
        for at, message, help in sorted(found)
    )


def _without_comments(source: str) -> str:
    """The diagram with its front matter, directives and comments blanked, in place."""
    text = re.sub(r"\A\s*---[ \t]*\n.*?\n[ \t]*---[ \t]*(?=\n)", _blank, source, flags=re.DOTALL)
    text = re.sub(r"%%\{(?:(?!\}%%|%%\{).)*\}%%", _blank, text, flags=re.DOTALL)
    return re.sub(r"^[ \t]*%%.*$", _blank, text, flags=re.MULTILINE)


def _blank(match: re.Match) -> str:
    return re.sub(r"[^\n]", " ", match.group(0))


class _Reader:
    """Reads a diagram; `opened` are the subgraphs that are not yet closed."""

    def __init__(self, text: str, header: re.Match):
        self.header = header
        self.cursor = Cursor(text, header.end())
        self.opened: list[int] = []

    def slips(self) -> Iterator[tuple[int, str, str]]:
        cursor = self.cursor
        yield from self._first_line()
        while not self._is_done():
            begun = cursor.at
            try:
                self._statement()
            except Slipped as slip:
                yield slip.args
                self._go_on_below(begun, slip.args[0])
        yield from ((at, *sayings.GRAPH_OPEN) for at in self.opened)

    def _first_line(self) -> Iterator[tuple[int, str, str]]:
        rest, at = self.header["rest"], self.header.start("rest")
        directed = _DIRECTED.match(rest)
        joined = not self.header["gap"] and re.match(r"[\w-]", rest)
        if directed and not joined:
            self.cursor.at = at + directed.end()
        elif joined:
            yield at, *sayings.KIND_JOINED
        elif rest.split()[0] in _DIRECTIONS:
            yield at, *sayings.KIND_MORE
        else:
            word = rest.split()[0]
            meant = word.upper().strip(":;,.")
            known = meant if meant in _DIRECTIONS else "TD"
            help = f"write {known} ({_DIRECTIONS[known]}): flowchart {known}"
            yield at, f'there is no direction "{word}"', help

    def _is_done(self) -> bool:
        self.cursor.take(BETWEEN)
        return self.cursor.at >= len(self.cursor.text)

    def _go_on_below(self, begun: int, at: int) -> None:
        """Go to the line below a fault; what was meant to open a subgraph counts as one."""
        meant = re.match(r"sub\s?\w*(?![\w\[({])(?!.*--)", self.cursor.line(begun), re.IGNORECASE)
        if meant and begun not in self.opened:
            self.opened.append(begun)
        self.cursor.at = self.cursor.line_end(max(begun, at))

    def _statement(self) -> None:
        if self.cursor.take(_USUAL):
            return
        for word, read in _STATEMENTS if self.cursor.sees(_KEYWORD) else ():
            if self.cursor.sees(word):
                read(self)
                return
        self._steps_and_arrows()

    def _line(self) -> None:
        self.cursor.at = self.cursor.line_end(self.cursor.at)

    def _description(self) -> None:
        begun = self.cursor.at
        closed = self.cursor.text.find("}", begun)
        inside = self.cursor.text[begun:closed]
        if closed < 0 or re.search(r"-->|^\s*subgraph\b", inside, re.MULTILINE):
            raise Slipped(begun, *sayings.DESCRIPTION_OPEN)
        self.cursor.at = closed + 1

    def _subgraph(self) -> None:
        cursor = self.cursor
        begun = cursor.at
        self.opened.append(begun)
        cursor.at += len("subgraph")
        cursor.take(GAP)
        if cursor.sees(STOP):
            raise Slipped(begun, *sayings.GRAPH_NAMELESS)
        if not cursor.take(QUOTED):
            cursor.take(_TITLE)
        if cursor.starts("["):
            go_past_box(cursor)
        elif not cursor.sees(STOP) or ARROW.search(cursor.text, begun, cursor.at):
            raise Slipped(begun, *sayings.GRAPH_NAME)
        self._finish("subgraph")

    def _end(self) -> None:
        begun = self.cursor.at
        if not self.opened:
            raise Slipped(begun, *reserved("end"))
        word = self.cursor.take(re.compile(r"\w+"))
        self.opened.pop()
        if word != "end":
            raise Slipped(begun, f'"{word}" closes no subgraph', "write it: end")
        self._finish(word)

    def _click(self) -> None:
        if self.cursor.sees(_CLICKED_STEP):
            raise Slipped(self.cursor.at, *reserved("click"))
        if not self.cursor.take(_CLICK) or not self.cursor.sees(STOP):
            raise Slipped(self.cursor.at, *sayings.CLICK)

    def _style(self) -> None:
        begun = self.cursor.at
        word = self.cursor.sees(re.compile(r"\w+"))[0]
        pattern, example = _STYLED[word]
        if not self.cursor.take(pattern) or not self.cursor.sees(STOP):
            line = self.cursor.line(begun)
            if ARROW.search(line) or re.match(r"\w+ *[\[({]", line):
                raise Slipped(begun, *reserved(word))
            raise Slipped(begun, f"this {word} cannot be read", f"write it like: {example}")

    def _steps_and_arrows(self) -> None:
        if self.cursor.sees(LINK) or self.cursor.sees(HALF):
            raise Slipped(self.cursor.at, *sayings.ARROW_FIRST)
        last = self._steps()
        while go_past_arrow(self.cursor):
            last = self._steps()
        self._finish(last)

    def _steps(self) -> str:
        """Go past one step, or several joined by `&`; returns the last one's ID."""
        last = self._step()
        while self.cursor.take(_JOIN):
            if self.cursor.sees(STOP):
                raise Slipped(self.cursor.at, *sayings.JOIN_OPEN)
            last = self._step()
        return last

    def _step(self) -> str:
        cursor = self.cursor
        kept = cursor.sees(RESERVED)
        if kept:
            raise Slipped(cursor.at, *reserved(kept[1]))
        if cursor.sees(LINK):
            raise Slipped(cursor.at, *sayings.ARROW_TWICE)
        name = cursor.take(_ID)
        if not name:
            raise Slipped(cursor.at, *_left_over(cursor, ""))
        go_past_boxes(cursor)
        cursor.take(_CLASS)
        return name

    def _finish(self, last: str) -> None:
        """Raise for what stands behind a whole statement, whose last word or ID is `last`."""
        if self.cursor.sees(STOP):
            return
        self.cursor.take(GAP)
        if re.match(r"acc\w*$|title$|description$", last, re.IGNORECASE):
            raise Slipped(self.cursor.at - len(last), *sayings.NO_STEP)
        raise Slipped(self.cursor.at, *_left_over(self.cursor, last))


def _left_over(cursor: Cursor, last: str) -> sayings.Saying:
    """What to say of signs or words that belong to no statement."""
    rest = cursor.line(cursor.at)
    word = rest.split()[0] if rest.split() else ""
    box = OPENING.match(rest)
    if rest.startswith("%%"):
        return sayings.COMMENT
    if rest.startswith("|"):
        return sayings.WORDS_OPEN
    if last.lower() == "subgraph" and last != "subgraph":
        return f'"{last}" opens no subgraph', "write it: subgraph"
    if last and _MARKS.match(rest):
        message = f'the ID of a step holds "{rest[0]}"'
        return message, "use letters, digits, - and _ in it: step1"
    if re.match(r"[-=.<]", rest):
        return sayings.ARROW_HALF
    if last and box and box[0] != ">" and cursor.text[cursor.at - 1] in " \t":
        mended = f'{last}{box[0]}"…"{CLOSING[box[0]][0]}'
        message = f'a space stands between step "{last}" and its box'
        return message, f"write it without the space: {mended}"
    if last and re.match(r'\w|["“\[({]', rest):
        message = f'"{word}" stands where an arrow or the end of the line is expected'
        return message, "join steps with -->, and begin a note with %%"
    dash = re.match(r"[–—→⟶➔]\S*", rest)
    if dash:
        return f'"{dash[0]}" is no arrow here', "write arrows as -->"
    if rest[:1] in ("]", ")", "}"):
        return f'"{rest[0]}" stands here and closes no box', "remove it"
    return sayings.SIGN


_KEYWORD = re.compile(_BEGINS)
_STATEMENTS: tuple[tuple[re.Pattern, Callable[[_Reader], None]], ...] = (
    (re.compile(r"acc(?:Title|Descr)\s*:"), _Reader._line),
    (re.compile(r"accDescr\s*\{"), _Reader._description),
    (re.compile(r"subgraph(?=[ \t]+[^-=<.\s]|[ \t]*(?:[;\n]|\Z))"), _Reader._subgraph),
    (re.compile(r"(?i:end)(?=[ \t]*(?:[;\n]|\Z)|[ \t]+[A-Za-z])"), _Reader._end),
    (re.compile(r"direction[ \t]+(?:TB|TD|BT|RL|LR)\b"), _Reader._line),
    (re.compile(r"click\b"), _Reader._click),
    (re.compile(r"(?:classDef|class|style|linkStyle)\b"), _Reader._style),
)
