"""Reads and rewrites case files: bad and good examples of one rule, with the exact findings.

A case is a `##` heading with fenced blocks under it: the files a person would have written, each
with its language and path after the ticks (a Markdown file whose front matter is left out gets a
sound one), then, where something must be found, a block `findings` with what the check prints.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from protocol import FRONT_MATTER

_FENCE = re.compile(r"^(`{3,})(\w+)(?: (\S+))?\n(.*?)^\1$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Case:
    """One example."""

    file: Path
    """The case file."""
    name: str
    """Its heading."""
    files: dict[str, str]
    """Text by path from the docs folder."""
    findings: str
    """What must be found; empty for a good example."""


def read_cases(file: Path) -> list[Case]:
    """The cases of a file, in order."""
    parts = re.split(r"^## (.+)$", file.read_text("utf-8"), flags=re.MULTILINE)
    return [_case(file, name, body) for name, body in zip(parts[1::2], parts[2::2], strict=True)]


def _case(file: Path, name: str, body: str) -> Case:
    files, findings = {}, ""
    for _, language, path, text in _FENCE.findall(body):
        if language == "findings":
            findings = text
        else:
            files[path] = _whole(language, text)
    return Case(file, name, files, findings)


def _whole(language: str, text: str) -> str:
    """An example as a file; `page` is a Markdown page without the front matter it needs."""
    return FRONT_MATTER + text if language == "page" else text


def write_findings(case: Case, findings: str) -> None:
    """Put the findings given into the case file in the place of those it has."""
    text = case.file.read_text("utf-8")
    start = text.index(f"## {case.name}\n")
    end = text.find("\n## ", start)
    end = len(text) if end < 0 else end + 1
    body = re.sub(r"\n```findings\n.*?^```\n", "", text[start:end], flags=re.MULTILINE | re.DOTALL)
    block = f"\n```findings\n{findings}```\n" if findings else ""
    file = text[:start] + body.rstrip("\n") + "\n" + block + ("\n" if end < len(text) else "")
    case.file.write_text(file + text[end:], "utf-8")
