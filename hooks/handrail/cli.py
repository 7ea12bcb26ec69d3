"""The `handrail` command: check, build and preview a protocol, and explain the rules."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from handrail.commands import COULD_NOT_RUN
from handrail.program import CannotRun, WrongSettings
from handrail.report.colour import coloured
from handrail.report.text import as_sentences

COMMANDS = {
    "check": "Report what is wrong, and publish nothing.",
    "changes": "Sum up in Markdown what differs from an earlier edition, and whom it concerns.",
    "build": "Check, then publish the site and the PDFs.",
    "serve": "Preview the site and follow changes.",
    "init": "Start a protocol of your own from the template.",
    "new": "Start a page of some kind, asking for a few words.",
    "fix": "Mend what is safe to mend, and show it.",
    "owners": "Print CODEOWNERS from the owners of pages.",
    "schema": "Print the JSON Schema of front matter, or of pathways as data.",
    "pathways": "Print every pathway as JSON, for other programs.",
    "outside": "Ask other websites whether the links to them work.",
    "rules": "List every rule, or explain one.",
}
"""What each command does. Each is a module in the folder `commands`."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. Returns its exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        options = _parser(given).parse_args(given)
        return options.run(options)
    except CannotRun as error:
        print(f"handrail: {error}", file=sys.stderr)
        return COULD_NOT_RUN
    except WrongSettings as error:
        print(coloured(as_sentences(error.faults), sys.stderr), file=sys.stderr)
        return COULD_NOT_RUN
    except BrokenPipeError:
        # Whoever read what is printed has seen enough; Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return COULD_NOT_RUN
    except OSError as error:
        name = f"{error.filename} cannot be used: " if error.filename else ""
        print(f"handrail: {name}{error.strerror or error}", file=sys.stderr)
        return COULD_NOT_RUN
    except KeyboardInterrupt:
        return 130


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    """What reads the arguments. It knows every command by name, and the arguments of the one that
    is `given`: to know them all would take longer than most commands."""
    parser = argparse.ArgumentParser(prog="handrail", description=__doc__)
    add = parser.add_subparsers(required=True, metavar="COMMAND")
    asked = next((word for word in given if word in COMMANDS), "")
    for name, sentence in COMMANDS.items():
        help = sentence[0].lower() + sentence[1:].rstrip(".")
        command = add.add_parser(name, help=help, description=sentence)
        if name == asked:
            module = import_module(f"handrail.commands.{name}")
            module.add_arguments(command)
            command.set_defaults(run=module.run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
