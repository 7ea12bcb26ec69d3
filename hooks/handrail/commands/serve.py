"""`handrail serve`: the site on this computer, made again after every save."""

from __future__ import annotations

import argparse

from handrail.commands.mkdocs import run_mkdocs
from handrail.commands.options import add_project, add_voice


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the protocol is, and how much to say."""
    add_project(parser)
    add_voice(parser)


def run(options: argparse.Namespace) -> int:
    """Serve until somebody ends it. Returns the exit status of MkDocs."""
    return run_mkdocs(options, "serve", {})
