"""Reads and rewrites case files: bad and good examples of one rule, with the exact findings.

A case is a `##` heading with fenced blocks under it: the files a person would have written, each
with its language and path after the ticks, then, where something must be found, a block `findings`
with what the check prints. Nine languages are our own: `page` is a Markdown page whose front
matter is left out and gets a sound one, `cp1252` a page saved by an old Windows program, `utf16`
one that Notepad saved as Unicode, `symlink` a link in the file system, with the place it leads to,
`before` a page, or the settings, of the edition that the protocol is compared with, `settings` what
`extra.handrail`, or `site_url`, says in another way than usual, `menu` the settings with the menu,
`said` what the running program says, line by line, and `audit` the results of the last audit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from protocol import FRONT_MATTER

_FENCE = re.compile(r"^(`{3,})(\w+)(?: ([^\n]+))?\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
# A heading inside a fence belongs to the example.
_PART = re.compile(rf"{_FENCE.pattern}|^## (?P<name>[^\n]+)$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Case:
    """One example."""

    file: Path
    """The case file."""
    name: str
    """Its heading."""
    files: dict[str, str | bytes]
    """What stands in each file, by path from the docs folder."""
    outside: tuple[str, ...]
    """Files that lead out of the project, by path from it."""
    findings: str
    """What must be found; empty for a good example."""
    before: dict[str, str]
    """Pages of the earlier edition, by path from the docs folder."""
    settings: dict[str, object]
    """Settings that differ from the usual ones, by name."""
    menu: str
    """The settings with the menu; empty where the case has none."""
    said: tuple[str, ...]
    """What the running program says."""
    audit: str | None
    """The results of the last audit; None where there are none."""


def read_cases(file: Path) -> list[Case]:
    """The cases of a file, in order."""
    text = file.read_text("utf-8")
    return [_case(file, name, text[start:end]) for name, start, end in _spans(text)]


def _spans(text: str) -> Iterator[tuple[str, int, int]]:
    """(heading, start of what stands below it, its end) of each case."""
    headings = [match for match in _PART.finditer(text) if match["name"]]
    ends = [match.start() for match in headings[1:]] + [len(text)]
    for match, end in zip(headings, ends, strict=True):
        yield match["name"], match.end(), end


def _case(file: Path, name: str, body: str) -> Case:
    files, before, outside, settings, findings, menu, said = {}, {}, [], {}, "", "", ()
    audit = None
    for _, language, path, text in _FENCE.findall(body):
        if language == "findings":
            findings = text
        elif language == "symlink":
            outside.append(f"docs/{path}")
        elif language == "audit":
            audit = text
        elif language == "before":
            before[path] = text
        elif language == "settings":
            settings = yaml.safe_load(text)
        elif language == "menu":
            menu = text
        elif language == "said":
            said = tuple(text.splitlines())
        else:
            files[path] = _whole(language, text)
    return Case(file, name, files, tuple(outside), findings, before, settings, menu, said, audit)


def _whole(language: str, text: str) -> str | bytes:
    """An example as a file."""
    if language in ("cp1252", "utf16"):
        return text.encode(language)
    return FRONT_MATTER + text if language == "page" else text


def write_findings(case: Case, findings: str) -> None:
    """Put the findings given into the case file in the place of those it has."""
    text = case.file.read_text("utf-8")
    start, end = next(span[1:] for span in _spans(text) if span[0] == case.name)
    body = re.sub(r"\n```findings\n.*?^```\n", "", text[start:end], flags=re.MULTILINE | re.DOTALL)
    block = f"\n```findings\n{findings}```\n" if findings else ""
    gap = "\n" if end < len(text) else ""
    case.file.write_text(
        text[:start] + body.rstrip("\n") + "\n" + block + gap + text[end:], "utf-8"
    )
