"""The `handrail` command: check, build and preview a protocol, and explain the rules."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from handrail import commands
from handrail.outside.command import add_patience
from handrail.program import CannotRun, WrongSettings
from handrail.report import FORMATS
from handrail.report.colour import coloured
from handrail.report.progress import QUIET, USUAL, VERBOSE
from handrail.report.text import as_sentences
from handrail.write.command import add_kinds, add_start


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. Returns its exit status."""
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except CannotRun as error:
        print(f"handrail: {error}", file=sys.stderr)
        return commands.COULD_NOT_RUN
    except WrongSettings as error:
        print(coloured(as_sentences(error.faults), sys.stderr), file=sys.stderr)
        return commands.COULD_NOT_RUN
    except BrokenPipeError:
        # Whoever read what is printed has seen enough; Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return commands.COULD_NOT_RUN
    except OSError as error:
        name = f"{error.filename} cannot be used: " if error.filename else ""
        print(f"handrail: {name}{error.strerror or error}", file=sys.stderr)
        return commands.COULD_NOT_RUN
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="handrail", description=__doc__)
    add = parser.add_subparsers(required=True, metavar="COMMAND")
    check = _command(add, commands.check)
    changes = _command(add, commands.changes)
    build = _command(add, commands.build)
    serve = _command(add, commands.serve)
    add_start(_command(add, commands.init, on_project=False))
    add_kinds(_command(add, commands.new))
    fix = _command(add, commands.fix)
    _command(add, commands.owners)
    schema = _command(add, commands.schema, on_project=False)
    _command(add, commands.pathways)
    outside = _command(add, commands.outside)
    rules = _command(add, commands.rules, on_project=False)
    _check(check)
    _since(changes, "a branch, tag or commit; default: main", "main")
    _build(build)
    for command in (check, build, serve):
        _voice(command)
    fix.add_argument("--dry-run", action="store_true", help="show what would be mended, only")
    schema.add_argument(
        "of", nargs="?", choices=commands.SCHEMAS, default="front-matter",
        help="default: front-matter",
    )  # fmt: skip
    add_patience(outside, FORMATS)
    rules.add_argument("rule", nargs="?", help="one rule, such as step-dead-end")
    return parser


def _command(add, run, on_project: bool = True) -> argparse.ArgumentParser:
    """A command with the name and the description of what it runs."""
    help = run.__doc__.rstrip(".")
    command = add.add_parser(run.__name__, help=help[0].lower() + help[1:], description=run.__doc__)
    command.set_defaults(run=run)
    if on_project:
        command.add_argument(
            "--project", metavar="DIR", default=".",
            help="the folder of mkdocs.yml; default: this one",
        )  # fmt: skip
    return command


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument("--format", choices=FORMATS, default="text", help="default: text")
    command.add_argument("--strict", action="store_true", help="count warnings as errors")
    _edition(command)
    _since(command, "compare: changes without a note, lost addresses")
    _baseline(command)
    command.add_argument(
        "--write-baseline", metavar="FILE", help="write what is wrong today to a file"
    )
    command.add_argument("--html", metavar="FILE_OR_FOLDER", help="check plain HTML files instead")
    command.add_argument(
        "--record", metavar="FILE", help="with --html: keep the results for the statement"
    )


def _build(command: argparse.ArgumentParser) -> None:
    command.add_argument("--strict", action="store_true", help="stop at warnings too")
    command.add_argument(
        "--manual", action="store_true", help="with the manual for writers, below manual/"
    )
    _baseline(command)
    _edition(command)


def _since(command: argparse.ArgumentParser, help: str, usual: str | None = None) -> None:
    command.add_argument("--since", metavar="EDITION", default=usual, help=help)


def _voice(command: argparse.ArgumentParser) -> None:
    voice = command.add_mutually_exclusive_group()
    voice.add_argument(
        "--quiet", "-q", dest="voice", action="store_const", const=QUIET, default=USUAL,
        help="say nothing but what is wrong",
    )  # fmt: skip
    voice.add_argument(
        "--verbose", "-v", dest="voice", action="store_const", const=VERBOSE,
        help="say each step, how long it took, and where it broke down",
    )  # fmt: skip


def _baseline(command: argparse.ArgumentParser) -> None:
    command.add_argument("--baseline", metavar="FILE", help="leave out what a file knows already")


def _edition(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--release", action="store_true", help="refuse placeholders and example contacts"
    )
    command.add_argument(
        "--public", action="store_true", help="the public edition, without pages for staff"
    )


if __name__ == "__main__":
    sys.exit(main())
