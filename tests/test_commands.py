"""Each command has a module of its own, and loads what it needs and no more: people wait for it."""

import re
import subprocess
import sys

from projects import environ
from protocol import ROOT

from handrail.cli import COMMANDS

STARTS_MKDOCS = ("check", "changes", "build", "serve")
LOADED = """
import sys
from handrail.cli import main
for command in sys.argv[1:]:
    assert main([command]) == 2
print(*sys.modules)
"""
"""Begins each command in a folder without a project, and says what was loaded."""
HOOKS_LOADED = """
import sys
from importlib import import_module
for name in sys.argv[1:]:
    import_module(name)
print(*sys.modules)
"""
"""Loads every hook file, and says what was loaded."""
DEAR = {"handrail.rules", "handrail.draw", "http", "mermaidx", "merman", "mkdocs", "phonenumbers",
        "pypdfium2", "ssl", "turbohtml", "typst"}  # fmt: skip


def ended(folder, program, *arguments):
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=folder, env=environ({}), capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_what_starts_mkdocs_loads_neither_rules_nor_engines_beforehand(tmp_path):
    done = ended(tmp_path, LOADED, *STARTS_MKDOCS)
    assert done.stderr.count("there is no mkdocs.yml") == len(STARTS_MKDOCS)
    loaded = set(done.stdout.split())
    assert {f"handrail.commands.{command}" for command in STARTS_MKDOCS} <= loaded
    assert not loaded & DEAR


def test_what_prints_and_what_watches_files_is_loaded_when_it_is_needed():
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    hooks = re.findall(r"^  - hooks/(\w+)\.py", settings, re.MULTILINE)
    loaded = set(ended(ROOT / "hooks", HOOKS_LOADED, *hooks).stdout.split())
    assert set(hooks) <= loaded
    assert not loaded & {"typst", "pypdfium2", "pyphen", "segno", "watchdog.observers"}


def test_every_command_that_the_help_lists_has_its_module():
    modules = (ROOT / "hooks/handrail/commands").glob("*.py")
    commands = {file.stem for file in modules if "\ndef add_arguments(" in file.read_text("utf-8")}
    assert commands == set(COMMANDS)
