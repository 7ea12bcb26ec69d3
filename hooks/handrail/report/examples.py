"""Examples of what rules find, out of their case files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

OWN_EXAMPLES = Path(__file__).parents[1] / "rules/examples"
"""Where the case files stand in a protocol that was started from the template."""
EXAMPLES = OWN_EXAMPLES if OWN_EXAMPLES.is_dir() else Path(__file__).parents[3] / "tests/rules"
"""Where they stand here: in the template, the tests hold them."""

_FENCE = re.compile(
    r"^(?P<ticks>`{3,})(?P<kind>\w+)(?: (?P<path>[^\n]+))?\n(?P<text>.*?)^(?P=ticks)$",
    re.MULTILINE | re.DOTALL,
)
_PART = re.compile(rf"{_FENCE.pattern}|^## (?P<name>[^\n]+)$", re.MULTILINE | re.DOTALL)
_FOUND = "findings"
_SHOWN = {"page": "markdown", "menu": "yaml", "settings": "yaml", "before": "markdown",
          "audit": "json", "cp1252": "markdown", "html": "html"}  # fmt: skip


@dataclass(frozen=True)
class Example:
    """One case."""

    name: str
    """What it shows."""
    files: tuple[tuple[str, str, str], ...]
    """(path, language, text) of each file."""
    findings: str
    """What the check says; empty for a good example."""


def examples_of(family: str, rule: str, folder: Path = EXAMPLES) -> tuple[Example, ...]:
    """The cases of a rule; none where there is no case file."""
    file = folder / family / f"{rule}.md"
    return tuple(_examples(file.read_text("utf-8"))) if file.is_file() else ()


def _examples(text: str) -> Iterator[Example]:
    parts = list(_PART.finditer(text))
    names = [part for part in parts if part["name"]]
    ends = [part.start() for part in names[1:]] + [len(text)]
    for name, end in zip(names, ends, strict=True):
        inside = [part for part in parts if part["kind"] and name.end() < part.start() < end]
        files = tuple(
            (_path(part), _SHOWN.get(part["kind"], part["kind"]), part["text"])
            for part in inside
            if part["kind"] != _FOUND
        )
        found = "".join(part["text"] for part in inside if part["kind"] == _FOUND)
        yield Example(name["name"], files, found)


def _path(part: re.Match) -> str:
    below = ", below its front matter" if part["kind"] == "page" else ""
    return f"{part['path'] or ''}{below}"
