"""`handrail check`: the hooks look at the protocol, and what they find is the report."""

from __future__ import annotations

import argparse

from handrail import wishes
from handrail.commands.mkdocs import report_only
from handrail.commands.options import (
    add_baseline,
    add_edition,
    add_project,
    add_since,
    add_voice,
)
from handrail.program import CannotRun
from handrail.report import FORMATS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to check, against what, and how to report."""
    add_project(parser)
    parser.add_argument("--format", choices=FORMATS, default="text", help="default: text")
    parser.add_argument("--strict", action="store_true", help="count warnings as errors")
    add_edition(parser)
    add_since(parser, "compare: changes without a note, lost addresses")
    add_baseline(parser)
    parser.add_argument(
        "--write-baseline", metavar="FILE", help="write what is wrong today to a file"
    )
    parser.add_argument("--html", metavar="FILE_OR_FOLDER", help="check plain HTML files instead")
    parser.add_argument(
        "--record", metavar="FILE", help="with --html: keep the results for the statement"
    )
    add_voice(parser)


def run(options: argparse.Namespace) -> int:
    """Check the protocol, or HTML files. Returns the exit status."""
    if options.html:
        # Only here are the rules needed in this process.
        from handrail.commands.plain_html import check_html

        return check_html(options)
    if options.record:
        raise CannotRun("--record keeps the results of --html; give both")
    return report_only(options, {wishes.CHECK: options.format})
