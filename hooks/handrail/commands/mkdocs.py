"""Runs MkDocs on a project, with what a command wishes of the hooks."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from handrail import wishes
from handrail.commands import CLEAN, COULD_NOT_RUN, FOUND
from handrail.program import find_project, run_program
from handrail.report.colour import wants_colour
from handrail.report.progress import QUIET

_ENDINGS = {wishes.CLEAN: CLEAN, wishes.FOUND: FOUND}


def report_only(options: argparse.Namespace, wished: dict[str, str]) -> int:
    """Have the hooks report and publish nothing; returns how `handrail check` ends."""
    return _ENDINGS.get(run_mkdocs(options, "build", wished), COULD_NOT_RUN)


def run_mkdocs(options: argparse.Namespace, command: str, wished: dict[str, str]) -> int:
    """Run a command of MkDocs; returns its exit status. `wished` are environment variables, besides
    those that follow from the options."""
    colour = "--color" if wants_colour(sys.stderr) else "--no-color"
    strict = ["--strict"] if getattr(options, "strict", False) else []
    voice = getattr(options, "voice", QUIET)
    # A check or build needs to hear the program's own warnings.
    quiet = ["--quiet"] if command == "serve" and voice == QUIET else []
    environment = {wishes.VOICE: voice, **_asked(options), **wished}
    arguments = [colour, command, *quiet, *strict]
    return run_program(find_project(options.project), arguments, environment)


def _asked(options: argparse.Namespace) -> dict[str, str]:
    """What the hooks are to know of an edition, as environment variables."""
    given = {name: value for name, value in vars(options).items() if value}
    editions = {"release": wishes.RELEASE, "public": wishes.PUBLIC, "manual": wishes.MANUAL}
    # The hooks run in the folder of the project, which may be another than this one.
    files = {"baseline": wishes.BASELINE, "write_baseline": wishes.WRITE_BASELINE}
    asked = {variable: "1" for name, variable in editions.items() if name in given}
    asked |= {
        variable: str(Path(given[name]).absolute())
        for name, variable in files.items()
        if name in given
    }
    return asked | ({wishes.SINCE: given["since"]} if "since" in given else {})
