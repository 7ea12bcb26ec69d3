"""`handrail owners`: who is to be asked about which file, for a code host."""

from __future__ import annotations

import argparse
import sys

from handrail.commands import CLEAN
from handrail.commands.options import add_project
from handrail.commands.project import pages_and_records, settings_of_ours
from handrail.program import find_project
from handrail.report.owners import as_codeowners, unnamed


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the protocol is."""
    add_project(parser)


def run(options: argparse.Namespace) -> int:
    """Print the file, and say who is missing in it. Returns the exit status."""
    project = find_project(options.project)
    owners = settings_of_ours(project).owners
    pages = pages_and_records(project)["pages"]
    sys.stdout.write(as_codeowners(pages, owners))
    for role in unnamed(pages, owners):
        print(f'"{role}" has no name under owners in mkdocs.yml', file=sys.stderr)
    return CLEAN
