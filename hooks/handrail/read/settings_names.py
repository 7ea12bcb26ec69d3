"""Looks for what `mkdocs.yml` names and nobody has: hook files, plugins, the theme, its folder and
Markdown extensions.

The programs that build the site stop at the first of them, in a programmer's words and without a
line. Nothing that is named is run here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from importlib.metadata import EntryPoints, entry_points
from importlib.util import find_spec
from pathlib import Path

import yaml

from handrail.finding import Fault
from handrail.read.pages import Loader
from handrail.read.settings_file import entry, spot

_GROUPS = {"theme": "mkdocs.themes", "plugin": "mkdocs.plugins", "extension": "markdown.extensions"}
"""Where Python's packages say what they bring."""
_HELP = {
    "theme": "write name: material",
    "folder": "name the folder of the template: overrides/site",
    "file": "correct the path; it is looked for from the folder of mkdocs.yml",
    "plugin": "install the package that brings it, or take the line out",
    "extension": "install the package that brings it, or take the line out",
}


def missing_names(text: str, path: str, project: Path) -> Iterator[Fault]:
    """What settings name and is not there. `path` names the settings from the project."""
    root = yaml.compose(text, Loader=Loader)
    theme = entry(root, "theme")[1]
    names = {
        "theme": _names(theme) if isinstance(theme, yaml.ScalarNode) else _at(theme, "name"),
        "folder": _at(theme, "custom_dir"),
        "file": _at(root, "hooks"),
        "plugin": _at(root, "plugins"),
        "extension": _at(root, "markdown_extensions"),
    }
    points = entry_points()
    for kind, nodes in names.items():
        there = _there(kind, points, project)
        for node in nodes:
            if not _is_there(kind, node.value, there, project):
                near = get_close_matches(node.value, there, 1)
                help = f"did you mean {near[0]}?" if near else _HELP[kind]
                yield Fault(spot(node, path), f'there is no {kind} "{node.value}"', help)


def _at(node: yaml.Node | None, name: str) -> list[yaml.ScalarNode]:
    return _names(entry(node, name)[1])


def _names(node: yaml.Node | None) -> list[yaml.ScalarNode]:
    """The names in a setting: one, the items of a list, or what has settings of its own."""
    if isinstance(node, yaml.SequenceNode):
        return [name for item in node.value for name in _names(item)]
    if isinstance(node, yaml.MappingNode):
        return [key for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
    return [node] if isinstance(node, yaml.ScalarNode) and node.value else []


def _there(kind: str, points: EntryPoints, project: Path) -> list[str]:
    """Names of that kind that would do."""
    if kind in _GROUPS:
        return [point.name.rpartition("/")[2] for point in points.select(group=_GROUPS[kind])]
    pattern = "*/*/" if kind == "folder" else "*/*.py"
    return [found.relative_to(project).as_posix() for found in project.glob(pattern)]


def _is_there(kind: str, name: str, there: Collection[str], project: Path) -> bool:
    if kind == "file":
        return (project / name).is_file()
    if kind == "folder":
        return (project / name).is_dir()
    # A plugin may have its theme's name in front of its own.
    return name.rpartition("/")[2] in there or (kind == "extension" and _is_module(name))


def _is_module(name: str) -> bool:
    """True for a Markdown extension that is named as the module it stands in."""
    package, *parts = name.partition(":")[0].split(".")
    spec = find_spec(package) if package else None
    if spec is None or not parts:
        return spec is not None
    modules = [Path(folder, *parts) for folder in spec.submodule_search_locations or ()]
    return any(path.is_dir() or path.with_suffix(".py").is_file() for path in modules)
