"""`handrail schema`: what editors and other programs need to know of the files."""

from __future__ import annotations

import argparse
import sys

from handrail.commands import CLEAN
from handrail.report import pathways_schema
from handrail.rules.records.json_schema import as_json_schema

SCHEMAS = {"front-matter": as_json_schema, "pathways": pathways_schema.as_json_schema}
"""What there is a JSON Schema of, and what writes it."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is described."""
    parser.add_argument(
        "of", nargs="?", choices=SCHEMAS, default="front-matter", help="default: front-matter"
    )


def run(options: argparse.Namespace) -> int:
    """Print a schema. Returns the exit status."""
    sys.stdout.write(SCHEMAS[options.of]())
    return CLEAN
