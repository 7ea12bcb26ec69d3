"""Makes small protocols for tests, rendered as the site's settings say."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import markdown
import yaml

from handrail.handbook import Entry, Handbook, Settings
from handrail.html import parse_fragment
from handrail.page import Page
from handrail.read.menu import read_menu, read_named_files
from handrail.read.protocol import read_protocol
from handrail.render.anchors import with_old_anchors
from handrail.render.diagrams import fence_formatter
from handrail.render.extension import Current, Handrail

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
TODAY = date(2026, 11, 21)
SETTINGS = Settings("Example Council", "Draft 1", ("example.org",), 12, TODAY)
FRONT_MATTER = """\
---
title: A page
description: What this page is for.
type: section
owner: Head of service
status: draft
review_by: 2027-05-21
audience: staff
---
"""


def handbook(files: dict[str, str | bytes], **fields) -> Handbook:
    """A protocol of the given files, by their paths from the docs folder, read and rendered."""
    sources = [
        (f"docs/{uri}", uri, text if isinstance(text, bytes) else text.encode())
        for uri, text in files.items()
        if uri.endswith(".md")
    ]
    known = {"settings": SETTINGS, "title": "A protocol", "url": "", "files": frozenset(files)}
    book = Handbook(**(known | read_protocol(sources) | fields))
    return Handbook(**(vars_of(book) | {"rendered": {p.uri: render(p, book) for p in book.pages}}))


def menu_of(settings: str) -> dict:
    """The menu of settings as fields of a handbook."""
    if not settings:
        return {}
    lines, named = read_menu(settings, "mkdocs.yml"), read_named_files(settings, "mkdocs.yml")
    menu = tuple(_entries((yaml.safe_load(settings) or {}).get("nav") or []))
    return {"menu_lines": lines, "named_files": named, "menu": menu}


def _entries(nav: list) -> Iterator[Entry]:
    for item in nav:
        title, target = next(iter(item.items())) if isinstance(item, dict) else ("", item)
        if isinstance(target, list):
            yield Entry(title, "", tuple(_entries(target)))
        elif "://" not in target:
            yield Entry(title, target)


def vars_of(book: Handbook) -> dict:
    """A handbook's fields as the arguments that make it."""
    return {name: getattr(book, name) for name in Handbook.__dataclass_fields__}


def render(page: Page, book: Handbook):
    """One page as HTML, by the extensions that `mkdocs.yml` names."""
    return parse_fragment(with_old_anchors(convert(page, book), page), page.path)


def convert(page: Page, book: Handbook) -> str:
    """The HTML of a page with its source lines."""
    current = Current(page, list(book.diagrams_of(page)), lambda target: _address(target, page))
    names, settings = extensions()
    fences = {
        "custom_fences": [{"name": "mermaid", "class": "", "format": fence_formatter(current)}]
    }
    return markdown.markdown(
        page.body,
        extensions=[*names, Handrail(current)],
        extension_configs={**settings, "pymdownx.superfences": fences},
    )


@cache
def extensions() -> tuple[list[str], dict[str, dict]]:
    """The Markdown extensions of `mkdocs.yml` and their settings."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    listed = yaml.safe_load(text)["markdown_extensions"]
    names, settings = [], {}
    for item in listed:
        name, values = next(iter(item.items())) if isinstance(item, dict) else (item, {})
        names.append(name)
        settings[name] = values
    return names, settings


def _address(target: str, page: Page) -> str:
    path, _, anchor = target.partition("#")
    if ":" in path:
        return target
    if path:
        there = posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), path))
        path = posixpath.relpath(_folder(there), _folder(page.uri)) + "/"
    return path + (f"#{anchor}" if anchor else "")


def _folder(uri: str) -> str:
    """The address of a page as the site has it, without the slash at its end."""
    return posixpath.normpath(uri.removesuffix(".md").removesuffix("index") or ".")
