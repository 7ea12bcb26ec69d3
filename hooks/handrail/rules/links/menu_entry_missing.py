"""Every line of the menu leads to a page.

A line that leads nowhere is the first thing readers try and the last thing they trust.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from handrail.finding import Fault
from handrail.handbook import Handbook
from handrail.link import Link, is_outside
from handrail.menu import MenuLine
from handrail.rules.links.suggest import likely_file

ID = "menu-entry-missing"
LEVEL = "error"
ACT = ()


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """One fault for each line of the menu, and each other file that the settings name, that is not
    in the docs folder."""
    for line in handbook.menu_lines:
        if not is_outside(line.written) and line.written not in handbook.files:
            message = f'the menu names "{line.written}", which {_why(line)}'
            yield Fault(line.place, message, _help(line, handbook))
    for line in handbook.named_files:
        if not is_outside(line.written) and line.written.partition("?")[0] not in handbook.files:
            message = f'the settings name "{line.written}", which does not exist'
            yield Fault(line.place, message, _help(line, handbook))


def meant(line: MenuLine, handbook: Handbook) -> str:
    """The file that a line most likely means, from the docs folder; empty where none."""
    uri = posixpath.normpath(line.written.lstrip("/"))
    link = Link(line.place, "", line.written, uri, "", words=line.title)
    return uri if uri in handbook.files else likely_file(link, handbook)


def _why(line: MenuLine) -> str:
    if line.written.startswith(("/", "../")):
        return "lies outside the docs folder"
    return "does not exist"


def _help(line: MenuLine, handbook: Handbook) -> str:
    near = meant(line, handbook)
    if near == posixpath.normpath(line.written.lstrip("/")):
        return f"write it from the docs folder: {near}"
    return f"did you mean {near}?" if near else "correct or remove the line"
