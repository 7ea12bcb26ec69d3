"""Reads the menu, and the files that the site's settings name, out of `mkdocs.yml`."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from handrail.finding import Place
from handrail.menu import Entry, MenuLine
from handrail.read.pages import Loader

_FILES = ("extra_css", "extra_javascript")
_IN_THEME = ("logo", "favicon")


def read_menu(text: str, path: str) -> tuple[MenuLine, ...]:
    """The lines of `nav` that lead somewhere, in order; none where there is no `nav`.

    `text` is that of the settings, `path` theirs from the project's folder. Nothing that settings
    can name is run.
    """
    return tuple(_lines(_entry(_root(text), "nav"), path, ""))


def read_entries(text: str) -> tuple[Entry, ...]:
    """The same menu as entries within entries. Links to other sites are left out."""
    return tuple(_entries(_entry(_root(text), "nav"), ""))


def read_named_files(text: str, path: str) -> tuple[MenuLine, ...]:
    """Style sheets, scripts, logo and icon that the settings name."""
    root = _root(text)
    theme = _entry(root, "theme")
    nodes = [_entry(root, name) for name in _FILES] + [_entry(theme, name) for name in _IN_THEME]
    return tuple(line for node in nodes for line in _named(node, path))


def names_no_menu(text: str) -> bool:
    """True where settings have no `nav` of their own, so that those they build on may have it."""
    return _entry(_root(text), "nav") is None


def parent(text: str) -> str:
    """The settings that these build on (`INHERIT`), as written; empty where none."""
    node = _entry(_root(text), "INHERIT")
    return node.value if isinstance(node, yaml.ScalarNode) else ""


def _root(text: str) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=Loader)
    except yaml.YAMLError:  # whoever runs the build says so in its own words
        return None


def _entry(node: yaml.Node | None, name: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for key, value in node.value if key.value == name), None)


def _lines(node: yaml.Node | None, path: str, title: str) -> Iterator[MenuLine]:
    if isinstance(node, yaml.ScalarNode) and node.value:
        yield MenuLine(_place(node, path), node.value, title)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _lines(item, path, "")
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _lines(value, path, str(key.value))


def _entries(node: yaml.Node | None, title: str) -> Iterator[Entry]:
    if isinstance(node, yaml.ScalarNode) and node.value and "://" not in node.value:
        yield Entry(title, node.value)
    elif isinstance(node, yaml.SequenceNode):
        below = tuple(entry for item in node.value for entry in _entries(item, ""))
        yield from (Entry(title, "", below),) if title else below
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _entries(value, str(key.value))


def _named(node: yaml.Node | None, path: str) -> Iterator[MenuLine]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _named(item if isinstance(item, yaml.ScalarNode) else _path_of(item), path)
    elif isinstance(node, yaml.ScalarNode) and node.value and node.tag.endswith(":str"):
        yield MenuLine(_place(node, path), node.value)


def _path_of(node: yaml.Node) -> yaml.Node | None:
    """A script that is written with its attributes has its file under `path`."""
    return _entry(node, "path")


def _place(node: yaml.Node, path: str) -> Place:
    return Place(path, node.start_mark.line + 1, node.start_mark.column + 1)
