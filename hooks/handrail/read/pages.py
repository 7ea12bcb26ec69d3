"""Reads a Markdown file: its text, its front matter, its places."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from handrail.finding import Fault, Place, Unread
from handrail.page import Field, Page
from handrail.read.encoding import decode
from handrail.read.refused_yaml import Refusal, explain_value, explain_yaml, written
from handrail.read.tables import mend_tables

try:
    from yaml import CBaseLoader as Loader
except ImportError:  # PyYAML without its C part reads the same, more slowly
    from yaml import BaseLoader as Loader

FENCE = "---"
UNREADABLE = "front-matter-unreadable"
ENTRY = re.compile(r"([a-z_]+):(?:\s.*)?")
_GOES_ON = re.compile(r"\s+\S.*|-\s.*")


def read_page(path: str, uri: str, data: bytes) -> Page:
    """Read one page.

    `path` names it from the project's folder, `uri` from the docs folder; `data` are the file's
    bytes. Whatever cannot be read is kept in `Page.unread`.
    """
    text, unread = decode(data, path)
    text = mend_tables(text)
    lines = text.splitlines()
    opened = bool(lines) and lines[0].rstrip() == FENCE
    end = next((index for index in range(1, len(lines)) if _closes(lines, index)), None)
    if end is None or not opened:
        # Without a fence the entries end where they look it, so that they are not taken for text.
        end = end_of_entries(lines, opened)
        unread += _lost_fences(lines, opened, end, path)
    if end == 0 or (opened and end == 1 and not _closes(lines, end)):
        return Page(path, uri, text, {}, 1, tuple(unread))
    fields, faults = _fields(["", *lines[1:end]] if opened else lines[:end], path)
    body = end + 2 if _closes(lines, end) else end + 1
    return Page(path, uri, text, fields, body, tuple(unread + faults))


def end_of_entries(lines: Sequence[str], start: int) -> int:
    """Index of the first line from `start` that cannot be part of an entry of front matter."""
    for index in range(start, len(lines)):
        if not (
            ENTRY.fullmatch(lines[index]) or (index > start and _GOES_ON.fullmatch(lines[index]))
        ):
            return index
    return len(lines)


def _closes(lines: Sequence[str], index: int) -> bool:
    """True where the line is one that can close front matter."""
    return index < len(lines) and lines[index].rstrip() in (FENCE, "...")


def _lost_fences(lines: Sequence[str], opened: bool, end: int, path: str) -> list[Unread]:
    """What is wrong with the fences of front matter whose entries end at index `end`."""
    if opened and end == 1:
        message = "the front matter that starts here is never closed"
        help = f"put a line {FENCE} after its last entry"
        return [_unread(UNREADABLE, Place(path), message, help)]
    if opened:
        message, help = f"the front matter has no line {FENCE} below it", "put it below this line"
        return [_unread(UNREADABLE, Place(path, end), message, help)]
    if end:
        message, help = f"the front matter has no line {FENCE} above it", "put it above this line"
        help += "" if _closes(lines, end) else f", and another one below line {end}"
        return [_unread(UNREADABLE, Place(path), message, help)]
    return []


def _fields(lines: list[str], path: str) -> tuple[dict[str, Field], list[Unread]]:
    """The entries that can be read and what is wrong with the others. The first of the lines is
    the first of the page; a fence is left empty."""
    try:
        node = yaml.compose("\n".join(lines), Loader=Loader)
    except yaml.MarkedYAMLError as error:
        refusal = explain_yaml(error, lines, ", or end the front matter above it with a line ---")
        return _entries_by_line(lines, path), [_refused(refusal, path)]
    except RecursionError:
        return {}, [_not_entries(Place(path, 2))]
    except (yaml.YAMLError, ValueError) as error:  # a character that YAML does not allow
        return {}, [_unread(UNREADABLE, Place(path, 2), f"{error}", "remove the character")]
    if node is None:
        return {}, []
    if not isinstance(node, yaml.MappingNode):
        return {}, [_not_entries(Place(path, 2))]
    return _mapping(node, path, lines)


def _mapping(
    node: yaml.MappingNode, path: str, lines: list[str]
) -> tuple[dict[str, Field], list[Unread]]:
    fields: dict[str, Field] = {}
    unread: list[Unread] = []
    for key, value in node.value:
        place = Place(path, key.start_mark.line + 1, key.start_mark.column + 1)
        if not isinstance(key, yaml.ScalarNode):
            unread.append(_not_a_name(place))
            continue
        name = key.value
        values = _values(value, path)
        misread = explain_value(key, value, lines)
        if misread:
            unread.append(_refused(misread, path))
            values = values or [(written(key, lines), place)]
        if values is None:
            unread.append(_nested(name, place))
        elif name in fields:
            unread.append(_repeated(name, fields[name].place, place))
        else:
            texts = tuple(text for text, _ in values)
            places = tuple(place for _, place in values)
            listed = isinstance(value, yaml.SequenceNode) and not misread
            fields[name] = Field(name, texts, place, places, listed)
    return fields, unread


def _values(node: yaml.Node, path: str) -> list[tuple[str, Place]] | None:
    """The scalars of a value as written, each with its place; None where it is nested deeper
    than a list."""
    items = node.value if isinstance(node, yaml.SequenceNode) else [node]
    texts = [_text(item) for item in items]
    if None in texts or isinstance(node, yaml.MappingNode):
        return None
    places = [Place(path, item.start_mark.line + 1, item.start_mark.column + 1) for item in items]
    return [pair for pair in zip(texts, places, strict=True) if pair[0]]


def _text(node: yaml.Node) -> str | None:
    """A scalar as written; None for anything deeper. An item such as `2026-11-21: what changed`
    is one line of words to its writer, whatever YAML makes of it."""
    if isinstance(node, yaml.ScalarNode):
        return node.value.strip()
    if isinstance(node, yaml.MappingNode) and len(node.value) == 1:
        parts = [part.value.strip() for part in node.value[0] if isinstance(part, yaml.ScalarNode)]
        return ": ".join(parts) if len(parts) == 2 else None
    return None


def _entries_by_line(lines: list[str], path: str) -> dict[str, Field]:
    """Plain `name: value` lines of front matter that YAML refuses, so that one bad line does not
    make every other entry look missing."""
    fields = {}
    for number, line in enumerate(lines, 1):
        entry = re.fullmatch(r"\s*([A-Za-z_]\w*)(?::\s*|(?<=[a-z])\s+)(\S.*?)\s*", line)
        if entry:
            name, value = entry.groups()
            fields.setdefault(name, Field(name, (value.strip("\"'“”"),), Place(path, number)))
    return fields


def _refused(refusal: Refusal, path: str) -> Unread:
    place = Place(path, refusal.index + 1, refusal.column + 1)
    return _unread(UNREADABLE, place, refusal.message, refusal.help)


def _not_entries(place: Place) -> Unread:
    return _unread(
        UNREADABLE,
        place,
        "the front matter holds no entries",
        "write each entry as name: value on a line of its own",
    )


def _not_a_name(place: Place) -> Unread:
    return _unread(
        UNREADABLE,
        place,
        "an entry of the front matter has brackets for a name",
        "write it as name: value, with a plain word before the colon",
    )


def _nested(name: str, place: Place) -> Unread:
    return _unread(
        UNREADABLE,
        place,
        f'front-matter entry "{name}" has entries inside it',
        "give it one value, or a plain list with a dash before each item",
    )


def _repeated(name: str, first: Place, place: Place) -> Unread:
    return _unread(
        UNREADABLE,
        place,
        f'front-matter entry "{name}" stands twice, first on line {first.line}',
        "keep one of the two",
    )


def _unread(rule: str, place: Place, message: str, help: str) -> Unread:
    return Unread(rule, Fault(place, message, help))
