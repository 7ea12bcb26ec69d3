"""The arguments that several commands take."""

from __future__ import annotations

import argparse

from handrail.report.progress import QUIET, USUAL, VERBOSE


def add_project(parser: argparse.ArgumentParser) -> None:
    """Where the protocol is."""
    parser.add_argument(
        "--project", metavar="DIR", default=".",
        help="the folder of mkdocs.yml; default: this one",
    )  # fmt: skip


def add_edition(parser: argparse.ArgumentParser) -> None:
    """Which edition is meant."""
    parser.add_argument(
        "--release", action="store_true", help="refuse placeholders and example contacts"
    )
    parser.add_argument(
        "--public", action="store_true", help="the public edition, without pages for staff"
    )


def add_since(parser: argparse.ArgumentParser, help: str, usual: str | None = None) -> None:
    """Which edition to compare with."""
    parser.add_argument("--since", metavar="EDITION", default=usual, help=help)


def add_baseline(parser: argparse.ArgumentParser) -> None:
    """What is known to be wrong."""
    parser.add_argument("--baseline", metavar="FILE", help="leave out what a file knows already")


def add_voice(parser: argparse.ArgumentParser) -> None:
    """How much to say."""
    voice = parser.add_mutually_exclusive_group()
    voice.add_argument(
        "--quiet", "-q", dest="voice", action="store_const", const=QUIET, default=USUAL,
        help="say nothing but what is wrong",
    )  # fmt: skip
    voice.add_argument(
        "--verbose", "-v", dest="voice", action="store_const", const=VERBOSE,
        help="say each step, how long it took, and where it broke down",
    )  # fmt: skip
