"""`handrail rules`: the manual of the rules."""

from __future__ import annotations

import argparse
import sys

from handrail.commands import CLEAN
from handrail.program import CannotRun
from handrail.report import manual


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which rule."""
    parser.add_argument("rule", nargs="?", help="one rule, such as step-dead-end")


def run(options: argparse.Namespace) -> int:
    """Print the list of rules, or what one wants. Returns the exit status."""
    if options.rule and options.rule not in (manual.BY_ID | manual.BESIDE):
        raise CannotRun(f'there is no rule "{options.rule}"; handrail rules lists them')
    sys.stdout.write(manual.one_rule(options.rule) if options.rule else manual.all_rules())
    return CLEAN
