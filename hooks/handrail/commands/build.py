"""`handrail build`: the site and the PDFs, if nothing is wrong."""

from __future__ import annotations

import argparse

from handrail.commands.mkdocs import run_mkdocs
from handrail.commands.options import add_baseline, add_edition, add_project, add_voice


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to publish, and what to stop at."""
    add_project(parser)
    parser.add_argument("--strict", action="store_true", help="stop at warnings too")
    parser.add_argument(
        "--manual", action="store_true", help="with the manual for writers, below manual/"
    )
    add_baseline(parser)
    add_edition(parser)
    add_voice(parser)


def run(options: argparse.Namespace) -> int:
    """Check and publish. Returns the exit status of MkDocs."""
    return run_mkdocs(options, "build", {})
