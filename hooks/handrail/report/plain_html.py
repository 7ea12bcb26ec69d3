"""Checks HTML files that exist already, whatever made them, and keeps the results for the
accessibility statement."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from importlib.metadata import version
from pathlib import Path

from handrail.audit import Examination, Failure
from handrail.finding import Finding, Place
from handrail.html import parse_whole
from handrail.read.audit import read_audit, with_examination
from handrail.rules import check_document

HOW = (
    "Each page as published, by the rules of the W3C (ACT rules) that a program can decide without "
    "a browser, and some of its own"
)
FEWEST = 3
"""Pages; a fault that fewer share may be chance."""


_UPWARDS = re.compile(r"(?<=[\"'=])(?:\.\.?/)+")
"""The way from a page to the top of the site, which differs with the depth of the page."""


class CannotRecord(Exception):
    """Its text is a plain sentence."""


def check_files(target: Path) -> tuple[list[Path], list[Finding]]:
    """(the HTML files in a folder, or the one file; what is wrong in them)."""
    files = sorted(target.rglob("*.html")) if target.is_dir() else [target]
    return files, [finding for file in files for finding in _findings(file)]


def _findings(file: Path) -> list[Finding]:
    return check_document(parse_whole(file.read_text("utf-8", "replace"), file.as_posix()))


def told_once(files: list[Path], findings: list[Finding]) -> list[Finding]:
    """The findings, with one in the same words on the same tag of more than half of the files told
    once: a template wrote it, not the writers of those pages."""
    markup = {file.as_posix(): _lines(file) for file in files}
    alike: dict[tuple[str, str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        tag = _tag(markup[finding.place.path], finding.place)
        said, written = (_UPWARDS.sub("", text) for text in (finding.message, tag))
        alike[finding.rule, said, written].append(finding)
    return sorted(
        told
        for group in alike.values()
        for told in ([_of_template(group)] if _is_of_template(group, len(files)) else group)
    )


def _lines(file: Path) -> list[str]:
    return file.read_text("utf-8", "replace").split("\n")


def _tag(lines: list[str], place: Place) -> str:
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    return line[place.column - 1 :].partition(">")[0]


def _is_of_template(group: list[Finding], files: int) -> bool:
    pages = len({finding.place.path for finding in group})
    return pages >= FEWEST and 2 * pages > files


def _of_template(group: list[Finding]) -> Finding:
    pages = len({finding.place.path for finding in group})
    first = group[0]
    return replace(
        first,
        message=f"{first.message}; so it is on {pages} pages",
        help=f"mend the template that these pages share: {first.help}",
    )


def record(
    file: Path, target: Path, files: Iterable[Path], findings: Iterable[Finding], day: date
) -> None:
    """Put the results into the file that the accessibility statement is made from. What others
    measured stays in it. Raises `CannotRecord`."""
    text = file.read_text("utf-8", "replace") if file.is_file() else None
    unread = read_audit(text).unread
    if unread:
        raise CannotRecord(f"{file} is not the results of an audit: {unread}")
    pages = len(list(files))
    if not pages:
        raise CannotRecord(f"there is no HTML file in {target} to record; build the site first")
    failures = tuple(_failure(finding, target) for finding in findings)
    done = Examination(_name(), HOW, day, pages, False, failures)
    try:
        file.write_text(with_examination(text, done), "utf-8")
    except OSError as error:
        raise CannotRecord(f"{file} cannot be written: {error.strerror}") from None


def _name() -> str:
    return f"Handrail {version('handrail')}"


def _failure(finding: Finding, target: Path) -> Failure:
    page = os.path.relpath(finding.place.path, target if target.is_dir() else target.parent)
    return Failure(finding.rule, Path(page).as_posix(), finding.message)
