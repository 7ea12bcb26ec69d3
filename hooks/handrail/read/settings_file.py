"""Reads `mkdocs.yml` as a text: what is wrong with it, and where its settings stand.

The programs that build the site take the last of two settings of one name without a word, and name
what they cannot read in a programmer's words. Nothing that settings can name is run here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

import yaml

from handrail.finding import Fault, Place
from handrail.printing import WrongSetting
from handrail.read.pages import Loader
from handrail.read.refused_yaml import explain_yaml

NAMES = (
    "site_name", "nav", "pages", "exclude_docs", "draft_docs", "not_in_nav", "site_url",
    "site_description", "site_author", "theme", "docs_dir", "site_dir", "copyright",
    "google_analytics", "dev_addr", "use_directory_urls", "repo_url", "repo_name",
    "edit_uri_template", "edit_uri", "extra_css", "extra_javascript", "extra_templates",
    "markdown_extensions", "mdx_configs", "strict", "remote_branch", "remote_name", "extra",
    "plugins", "hooks", "watch", "validation", "INHERIT",
)  # fmt: skip
"""Every setting that MkDocs 1.6 and ProperDocs know at the top."""


def read_faults(data: bytes, path: str) -> list[Fault]:
    """Everything that is wrong with settings as a text. `path` names them from the project."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return [Fault(Place(path, line), "the file is not saved as UTF-8", "save it as UTF-8")]
    try:
        root = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        found = explain_yaml(error, text.splitlines() or [""], "")
        return [Fault(Place(path, found.index + 1, found.column + 1), found.message, found.help)]
    except (yaml.YAMLError, RecursionError):
        help = "compare them with the template's"
        return [Fault(Place(path), "the settings cannot be read", help)]
    if not isinstance(root, yaml.MappingNode):
        help = "write each as name: value on a line of its own, as in the template"
        return [Fault(Place(path), "the file holds no settings", help)]
    return sorted((*_unknown(root, path), *_repeated(root, path)), key=lambda fault: fault.place)


def names_hooks(text: str) -> bool:
    """True for settings that run our hooks."""
    _, hooks = entry(yaml.compose(text, Loader=Loader), "hooks")
    items = hooks.value if isinstance(hooks, yaml.SequenceNode) else ()
    return any(str(item.value).endswith("configure.py") for item in items)


def setting(text: str, name: str) -> str:
    """What settings say under one name at their top, as written; empty where they do not say."""
    _, value = entry(yaml.compose(text, Loader=Loader), name)
    return value.value if isinstance(value, yaml.ScalarNode) else ""


def wrong_setting(error: WrongSetting, files: Iterable[tuple[str, str]]) -> Fault:
    """A setting of `extra.handrail` that cannot be used, at its place.

    `files` are (path, text) of the settings and of those that they build on.
    """
    place = place_of(("extra", "handrail", *error.names), files)
    return Fault(place, f"extra: handrail: {error}", "")


def place_of(names: Iterable[str], files: Iterable[tuple[str, str]]) -> Place:
    """Where the setting stands that `names` lead to, or the nearest one around it."""
    deepest, place = -1, Place("mkdocs.yml")
    for path, text in files:
        node, depth = yaml.compose(text, Loader=Loader), 0
        found = Place(path)
        for name in names:
            key, node = entry(node, name)
            if key is None:
                break
            found, depth = spot(key, path), depth + 1
        if depth > deepest:
            deepest, place = depth, found
    return place


def entry(node: yaml.Node | None, name: str) -> tuple[yaml.Node | None, yaml.Node | None]:
    """The name and the value of a setting in a group of them; None twice where it is not there."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((pair for pair in pairs if pair[0].value == name), (None, None))


def _unknown(root: yaml.MappingNode, path: str) -> Iterator[Fault]:
    for key, _ in root.value:
        if key.value not in NAMES:
            near = get_close_matches(str(key.value), NAMES, 1)
            help = f"did you mean {near[0]}?" if near else "remove it, or indent it below another"
            yield Fault(spot(key, path), f'"{key.value}" is not a setting', help)


def _repeated(node: yaml.Node, path: str) -> Iterator[Fault]:
    """Settings that stand twice in one place, at any depth."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _repeated(item, path)
    if not isinstance(node, yaml.MappingNode):
        return
    first: dict[object, int] = {}
    for key, value in node.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else id(key)
        if name in first:
            message = f'the setting "{name}" stands twice, first on line {first[name]}'
            yield Fault(spot(key, path), message, "keep one of the two")
        first.setdefault(name, key.start_mark.line + 1)
        yield from _repeated(value, path)


def spot(node: yaml.Node, path: str) -> Place:
    """Where a name or value stands in the settings `path`."""
    return Place(path, node.start_mark.line + 1, node.start_mark.column + 1)
