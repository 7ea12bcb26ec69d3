"""The library is built in steps, each of which knows only the steps before it, and outside programs
and libraries come in through one door each."""

import ast
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
import yaml
from mkdocs.plugins import EVENTS
from protocol import ROOT

HOOKS = ROOT / "hooks"
LIBRARY = HOOKS / "handrail"
STEPS = ("read", "draw", "render", "rules", "report", "registers", "search", "publish", "write",
         "commands", "cli", "__main__")  # fmt: skip
"""The folders of the library in the order of a build."""
HOSTS = {"mkdocs", "properdocs", "material", "zensical", "pymdownx", "mermaid2"}
"""Programs that run the hooks, and their parts: the library knows none of them."""
BRIDGES = {"beside.py", "bridge.py", "live.py", "voice.py"}
"""What the hook files know of those programs, and of the preview's server."""
DOORS = {
    "markdown": "render.extension",
    "merman": "mermaid",
    "pathspec": "read.folder",
    "phonenumbers": "phones",
    "pypdfium2": "publish.paper.extract",
    "segno": "publish.paper.qr",
    "turbohtml": "html",
    "typst": "publish.typeset",
    "weasyprint": "publish.weasy",
}
"""The only module that may import each of these."""


def modules() -> dict[str, Path]:
    """Every module of the library by its name below `handrail`."""
    files = (file for file in LIBRARY.rglob("*.py") if file != LIBRARY / "__init__.py")
    return {_name(file): file for file in sorted(files)}


def _name(file: Path) -> str:
    return ".".join(file.relative_to(LIBRARY).with_suffix("").parts).removesuffix(".__init__")


@cache
def imported(file: Path) -> frozenset[str]:
    """The full name of everything a module imports, wherever in it."""
    return frozenset(_imported(file))


def _imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file} imports by a relative name"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def parts() -> dict[str, set[str]]:
    """For each folder or module at the top of the library, those it imports from."""
    graph = defaultdict(set)
    for name, file in modules().items():
        own = name.split(".")[0]
        others = {full.split(".")[1] for full in imported(file) if full.startswith("handrail.")}
        graph[own] |= others - {own}
    return graph


def test_imports_go_round_in_no_circle():
    try:
        TopologicalSorter(parts()).prepare()
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


@pytest.mark.parametrize("step", STEPS)
def test_a_step_knows_no_later_step(step):
    later = set(STEPS[STEPS.index(step) + 1 :])
    assert not parts()[step] & later


def test_data_knows_no_step_but_reading():
    for name, others in parts().items():
        if name not in STEPS:
            assert not others & set(STEPS[1:]), name


def test_a_finding_knows_nothing():
    assert not parts()["finding"]


@pytest.mark.parametrize("name", modules())
def test_the_library_knows_no_program_that_runs_it(name):
    assert not {full.split(".")[0] for full in imported(modules()[name])} & HOSTS


@pytest.mark.parametrize("library", DOORS)
def test_a_library_has_one_door(library):
    users = {name for name, file in modules().items() if library in _tops(file)}
    assert users == {DOORS[library]}


def test_no_library_is_used_in_many_places():
    users = defaultdict(set)
    for name, file in modules().items():
        for library in _tops(file) - sys.stdlib_module_names - {"handrail"}:
            users[library].add(name.split(".")[0])
    # The command reads the site's own settings; everything else reads YAML through the reader.
    users["yaml"].discard("commands")
    assert {library: names for library, names in users.items() if len(names) > 1} == {}


def _tops(file: Path) -> set[str]:
    return {full.split(".")[0] for full in imported(file)}


# Hook files --------------------------------------------------------------------------------------


def hook_files() -> list[Path]:
    return [file for file in sorted(HOOKS.glob("*.py")) if file.name not in BRIDGES]


def named_hooks(settings: str) -> list[str]:
    lines = (ROOT / settings).read_text("utf-8").splitlines()
    return [yaml.safe_load(line)[0] for line in lines if line.strip().startswith("- hooks/")]


def test_the_site_names_every_hook_file():
    every = [f"hooks/{file.name}" for file in hook_files()]
    assert sorted(named_hooks("mkdocs.with-pdf.yml")) == every


def test_the_side_door_runs_the_same_hooks_and_one_more():
    usual = named_hooks("mkdocs.yml")
    assert named_hooks("mkdocs.with-pdf.yml") == [*usual, "hooks/with_pdf.py"]


@pytest.mark.parametrize("file", hook_files(), ids=lambda file: file.name)
def test_a_hook_file_is_short(file):
    assert len(file.read_text("utf-8").splitlines()) <= 60


@pytest.mark.parametrize("file", hook_files(), ids=lambda file: file.name)
def test_what_looks_like_an_event_is_one(file):
    known = {f"on_{event}" for event in EVENTS}
    names = {
        node.name if isinstance(node, ast.FunctionDef) else node.id
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
        or (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
    }
    events = {name for name in names if name.startswith("on_")}
    assert events <= known
    assert events, "a hook file without an event does nothing"


@pytest.mark.parametrize("file", hook_files(), ids=lambda file: file.name)
def test_only_the_bridges_know_the_program_that_runs_the_hooks(file):
    assert not _tops(file) & HOSTS
