"""Puts the Mermaid engine's reasons for refusing a diagram into plain words, at the place where the
writer must mend it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from handrail.finding import Fault, Place

QUOTE = 'put the words in straight double quotes: step["Call (urgent)"]'

_PLAIN = (
    (r"Unterminated node label \(missing `(.+?)`\)", 'a box is opened but its "{0}" is missing',
     'close the box with "{0}", or put its words in straight double quotes'),
    (r"[Ii]nvalid text label", "the words of a step or arrow contain a bracket or quote mark",
     QUOTE),
    (r"nested quotes", "the words of a step contain double quotes inside double quotes",
     "use single quotes inside the double quotes"),
    (r"Unterminated flowchart pipe edge label", "the words on an arrow are not closed",
     'put a | on both sides of them: ask -->|Yes| call'),
    (r"Unterminated (?:string|quote)", "a double quote is opened but never closed",
     "close it with a straight double quote"),
    (r'unexpected end of input; expected "end"', "a subgraph is opened but never closed",
     "put a line with the word end after its last step"),
    (r"unexpected end of input", "the diagram stops in the middle of a line",
     "finish the last arrow with the step it leads to"),
    (r"^unexpected end(?:;|$)", 'the word "end" stands where a step is expected',
     'give the step another ID, such as finish, or remove an "end" without a subgraph'),
    (r"^unexpected (\w+)(?:;|$)", 'the word "{0}" stands where a step is expected',
     'give the step another ID, such as {0}1'),
    (r"^unexpected edge operator", "an arrow stands where a step is expected",
     "put a step between two arrows"),
    (r"incomplete flowchart edge operator", "an arrow is not complete", "write arrows as -->"),
    (r"^Unexpected character", "a sign stands here that means nothing in a diagram",
     "write arrows as -->, and close each box once"),
    (r"(?i)no mermaid diagram", "the diagram does not start with a kind that can be read",
     "start with a line that says: flowchart TD"),
    (r"(?i)resource|limit|exceed", "the diagram is too large to draw safely",
     "split it into several pathways"),
)  # fmt: skip

_NOT_STEPS = re.compile(
    r"%%.*$|^\s*accDescr\s*\{[^}]*\}|^\s*(?:acc(?:Title|Descr)|click|style|linkStyle|class|classDef)\b.*$",
    re.MULTILINE,
)
_BOX = re.compile(r"(?<=[\w-])(?:\[\[|\[\(|\(\[|\(\(|\{\{|\[|\(|\{)")
_CLOSING = {"[": "]", "(": ")", "{": "}"}


def explain(reason: str, place: Place) -> Fault:
    """The engine's `reason` as a fault at `place`, with one way to mend it."""
    for pattern, message, help in _PLAIN:
        match = re.search(pattern, reason)
        if match:
            return Fault(place, message.format(*match.groups()), help.format(*match.groups()))
    return Fault(
        place,
        f"the diagram cannot be read here: {_first_clause(reason)}",
        f"check this line and the one before it; if words hold punctuation, {QUOTE}",
    )


def locate(reason: str, line: int, column: int, lines: Sequence[str]) -> tuple[str, int, int]:
    """(reason, line, column) of what the writer must mend.

    The engine names some faults at the end of the line or of the diagram; where they begin can be
    told from the diagram's `lines`.
    """
    found = None
    if "nvalid text label" in reason:
        found = _bad_box("\n".join(lines))
    elif "nested quotes" in reason:
        found = _bad_box("\n".join(lines))
        if found and found[0] == "Invalid text label":
            found = reason, *found[1:]
    elif re.match("Unexpected character|Unterminated flowchart pipe", reason):
        found = _open_pipe(lines[:line])
    elif 'expected "end"' in reason:
        found = _open_subgraph(reason, lines)
    if not found and lines[line - 1][:column].endswith("->") and reason.startswith("Unterminated"):
        found = ("Unexpected character", line, column - 1)
    return found or (reason, line, column)


def _bad_box(source: str) -> tuple[str, int, int] | None:
    """The first box whose words are not closed on their line, or contain brackets or quotes."""
    text = _NOT_STEPS.sub(_blank, source)
    text = re.sub(r'(?<=[\[({|])"[^"\n]*"(?=[\])}|])', _blank, text)
    for box in _BOX.finditer(text):
        closing = "".join(_CLOSING[sign] for sign in reversed(box.group(0)))
        words = text[box.end() :].split("\n", 1)[0]
        inside, closed, _ = words.partition(closing)
        if not closed or "--" in inside:
            return f"Unterminated node label (missing `{closing}`)", *_spot(text, box.start())
        if re.search(r'[][(){}"]', inside):
            return "Invalid text label", *_spot(text, box.end())
    return None


def _open_pipe(lines: Sequence[str]) -> tuple[str, int, int] | None:
    """The first | that has no other on its line, outside quoted words."""
    for number, line in enumerate(lines, 1):
        bare = re.sub(r'"[^"]*"', _blank, line.partition("%%")[0])
        if bare.count("|") % 2 and "acc" not in bare.split(":")[0]:
            return "Unterminated flowchart pipe edge label", number, bare.rindex("|") + 1
    return None


def _open_subgraph(reason: str, lines: Sequence[str]) -> tuple[str, int, int] | None:
    """The last subgraph without an end of its own."""
    opened: list[int] = []
    for number, line in enumerate(lines, 1):
        if re.match(r"\s*subgraph\b", line):
            opened.append(number)
        elif line.strip(" ;") == "end" and opened:
            opened.pop()
    return (reason, opened[-1], lines[opened[-1] - 1].index("subgraph") + 1) if opened else None


def _blank(match: re.Match) -> str:
    return re.sub(r"[^\n]", " ", match.group(0))


def _spot(text: str, at: int) -> tuple[int, int]:
    """1-based line and column of a position."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _first_clause(reason: str) -> str:
    """The reason without the list of everything that could have stood there."""
    return re.split(r"; expected|, expected", reason)[0].strip()
