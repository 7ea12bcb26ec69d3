"""Puts YAML's reasons for refusing front matter or settings into plain words, at the line that the
writer must mend.

YAML often gives up far below the mistake and in a programmer's words, so the lines themselves are
looked at, from the first to the one where it gave up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

from handrail.read.conflict import HELP, OPENS, left

_ENTRY = re.compile(
    r"(?P<before>\s*(?:- +)*)(?P<name>[^\s:#'\"\-\[{][^:#]*?):(?:\s+(?P<value>.*))?$"
)
_ITEM = re.compile(r"(?P<before>\s*(?:- +)+)(?P<value>\S.*)$")
_JOINED = re.compile(r"\s*(?P<name>[A-Za-z_]+):(?P<value>[^\s/:].*)$")
_WORDS = re.compile(r"\s*(?P<name>[a-z_]+)\s+(?P<value>\S.*)$")
_SPECIAL = "@`%&*!|>[]{},"
"""Signs that mean something to YAML where a value begins with them."""
_CLOSED = {'"': r'"(?:[^"\\]|\\[ "/\\0abefnrtvNLPxuU_])*"', "'": r"'(?:[^']|'')*'"}


@dataclass(frozen=True)
class Refusal:
    """What is wrong with one line."""

    index: int
    """The line's index."""
    column: int
    """0-based column in it."""
    message: str
    """The fact."""
    help: str
    """One way to mend it."""


@dataclass(frozen=True)
class _Value:
    index: int
    column: int
    what: str
    """What a message calls it."""
    before: str
    """What stands before it on its line."""
    text: str

    def refused(self, fact: str, text: str, column: int = 0) -> Refusal:
        """A refusal that says how to write the value: as `text`, in quotes."""
        message, help = f"{self.what} {fact}", f"write {self.before} {quoted(text)}"
        return Refusal(self.index, self.column + column, message, help)


def explain_yaml(error: yaml.MarkedYAMLError, lines: Sequence[str], otherwise: str) -> Refusal:
    """Why YAML gave up on `lines`. `otherwise` is what a line without a colon may need instead."""
    mark = error.problem_mark or error.context_mark
    last = min(mark.line, len(lines) - 1)
    for index, line in enumerate(lines[: last + 1]):
        if line.startswith(OPENS):
            return Refusal(index, 0, left(line), HELP)
        if re.match(" *\t", line):
            help = "put two spaces in the place of each tab"
            return Refusal(index, line.index("\t"), "the line begins with a tab", help)
    for value in _values(lines[: last + 1]):
        found = _misread(value, "flow" in (error.context or ""))
        if found:
            return found
    return _misplaced(lines, last, otherwise) or Refusal(
        last, mark.column, f'the line "{lines[last].strip()}" cannot be read',
        "write it as name: value, with the value in straight double quotes",
    )  # fmt: skip


def explain_value(key: yaml.Node, node: yaml.Node, lines: Sequence[str]) -> Refusal | None:
    """Why YAML, which does not complain, takes the value of an entry for something else than its
    writer meant; None where it does not."""
    text = written(key, lines)
    if text.startswith("[["):
        return _written(key, lines).refused("is not in quotes", text)
    if not isinstance(node, yaml.ScalarNode) or node.style:
        return None
    if not node.value and re.match(r"[!&]|#\S", text):
        fact = f"begins with {text[0]}, which means something else here"
        return _written(key, lines).refused(fact, text)
    first = node.start_mark
    if re.match(r"-\w", node.value):
        help = f"write - {node.value[1:].split()[0]}"
        return Refusal(first.line, first.column, "there is no space after the dash", help)
    below = range(first.line + 1, min(node.end_mark.line + 1, len(lines)))
    item = next((index for index in below if re.match(r"\s*-\s*\S", lines[index])), None)
    return item and Refusal(item, lines[item].index("-"), *_list_below_value(key.value))


def written(key: yaml.Node, lines: Sequence[str]) -> str:
    """What stands behind the name of an entry on its line."""
    end = key.end_mark
    return lines[end.line][end.column :].lstrip(" :").rstrip()


def _written(key: yaml.Node, lines: Sequence[str]) -> _Value:
    text, line = written(key, lines), lines[key.end_mark.line]
    column = len(line.rstrip()) - len(text)
    name = key.value
    return _Value(key.end_mark.line, column, f'the value of "{name}"', f"{name}:", text)


def quoted(value: str) -> str:
    """A value in quotes, so that YAML reads it as it stands."""
    plain = not re.search(r'["\\]', value)
    return f'"{value}"' if plain else "'" + value.replace("'", "''") + "'"


def _values(lines: Sequence[str]) -> Iterator[_Value]:
    """The value of each entry and of each item of a list that stands on one line."""
    for index, line in enumerate(lines):
        entry = _ENTRY.match(line)
        found = entry if entry else _ITEM.match(line)
        text = found["value"] if found else None
        if not text:
            continue
        text = text if text[0] in "\"'" else re.sub(r"(^|\s+)#.*$", "", text)
        name = f'the value of "{entry["name"]}"' if entry else "the item of the list"
        if text.strip():
            before = f"{entry['name']}:" if entry else "-"
            yield _Value(index, found.start("value"), name, before, text.rstrip())


def _misread(value: _Value, open_bracket: bool) -> Refusal | None:
    """Why YAML takes a value for something else than words; None where it does not."""
    text, sign = value.text, value.text[0]
    if sign in _CLOSED:
        return _misquoted(value)
    if sign == "[" and open_bracket and "]" not in text:
        message, help = f"{value.what} has no ] at its end", f"write {value.before} {text}]"
        return Refusal(value.index, value.column, message, help)
    if sign in _SPECIAL and (open_bracket or sign not in "[{") and not _is_sound(text):
        return value.refused(f"begins with {sign}, which means something else here", text)
    colon = re.search(r":(\s|$)", text)
    if colon and sign not in "[{":
        words = text[1:-1] if text[0] + text[-1] in ("“”", "‘’") else text
        return value.refused("holds a colon", words, colon.start())
    return None


def _misquoted(value: _Value) -> Refusal | None:
    text, sign = value.text, value.text[0]
    if sign not in text[1:]:
        kind = "double" if sign == '"' else "single"
        return value.refused(f"begins with a {kind} quote mark and does not end with one", text[1:])
    if re.fullmatch(rf"{_CLOSED[sign]}\s*(?:#.*)?", text):
        return None
    whole = text[-1] == sign and sign not in text[1:-1]
    fact = "holds a backslash" if whole else "goes on after its closing quote mark"
    return value.refused(fact, text[1:-1] if whole else text)


def _is_sound(text: str) -> bool:
    try:
        yaml.compose(f"name: {text}", Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return False
    return True


def _misplaced(lines: Sequence[str], index: int, otherwise: str) -> Refusal | None:
    """What is wrong with the line where YAML gave up, or with the one above it."""
    if _ITEM.match(lines[index]):
        return _misplaced_item(lines, index)
    above = lines[index - 1] if index else ""
    # An entry without a colon is noticed only at the first colon below it.
    if above.strip() and not _ENTRY.match(above) and not _ITEM.match(above):
        index -= 1
    entry = _ENTRY.match(lines[index])
    if entry is None:
        return _without_colon(lines[index], index, otherwise)
    if entry["before"]:
        message = f'"{entry["name"]}" does not begin where the entries around it begin'
        help = "put as many spaces before it as they have"
        return Refusal(index, len(entry["before"]), message, help)
    return None


def _misplaced_item(lines: Sequence[str], index: int) -> Refusal:
    column = lines[index].index("-")
    entry = next(filter(None, map(_ENTRY.match, reversed(lines[:index]))), None)
    if entry and entry["value"]:
        return Refusal(index, column, *_list_below_value(entry["name"]))
    message = "the dash does not stand below the dash of the item before it"
    return Refusal(index, column, message, "begin each item of a list at the same place")


def _list_below_value(name: str) -> tuple[str, str]:
    """(fact, help) for a list below an entry that has a value."""
    return (
        f'a list stands below "{name}", which has a value already',
        f'leave nothing after "{name}:" and make its value the first item of the list',
    )


def _without_colon(line: str, index: int, otherwise: str) -> Refusal:
    joined, words = _JOINED.match(line), _WORDS.match(line)
    if joined:
        help = f"write {joined['name']}: {joined['value']}"
        return Refusal(index, joined.end("name"), "there is no space after the colon", help)
    help = f"write {words['name']}: {words['value']}" if words else "write it as name: value"
    start = len(line) - len(line.lstrip())
    return Refusal(index, start, f'the line "{line.strip()}" has no colon', help + otherwise)
