"""`handrail pathways`: the protocol's pathways as data."""

from __future__ import annotations

import argparse
import sys

from handrail.commands import CLEAN
from handrail.commands.options import add_project
from handrail.commands.project import pages_and_records
from handrail.program import find_project
from handrail.report.pathways import as_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the protocol is."""
    add_project(parser)


def run(options: argparse.Namespace) -> int:
    """Print the pathways. Returns the exit status."""
    protocol = pages_and_records(find_project(options.project))
    sys.stdout.write(as_json(protocol["pages"], protocol["diagrams"]))
    return CLEAN
