"""`handrail changes`: a summary of a proposal for those who are to approve it."""

from __future__ import annotations

import argparse

from handrail import wishes
from handrail.commands.mkdocs import report_only
from handrail.commands.options import add_project, add_since


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to compare with."""
    add_project(parser)
    add_since(parser, "a branch, tag or commit; default: main", "main")


def run(options: argparse.Namespace) -> int:
    """Sum up what differs. Returns the exit status, as for `handrail check`."""
    return report_only(options, {wishes.CHECK: wishes.CHANGES})
