"""`handrail init`: a new project with the template's pages, in the words of its own place."""

from __future__ import annotations

import argparse
from pathlib import Path

from handrail.commands.writing import asker, counted, written
from handrail.git import first_commit
from handrail.write.ask import put
from handrail.write.start import questions, start, target


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The folder, and a flag for each question."""
    parser.add_argument("folder", metavar="DIR", help="the folder to make")
    for question in questions():
        parser.add_argument(question.flag, metavar="WORDS", help=question.asks)


def run(options: argparse.Namespace) -> int:
    """Start a protocol. Returns the exit status."""
    return written(_start, Path(options.folder), vars(options))


def _start(folder: Path, given: dict) -> None:
    """Ask what is needed, start a protocol in a new folder, and say what is left to do.

    Raises `CannotStart`, `WrongAnswer` and `OSError`.
    """
    whole = target(folder)
    answers = put(questions(), given, asker(), print)
    started = start(whole, answers)
    print(f"Started the protocol of {answers['name']} in {folder}")
    if started.gone:
        print(f"Left out: {counted(started.gone, 'page')} about other nations.")
    if first_commit(whole, "Start from the template of Handrail"):
        print("Kept it as the first commit of a git repository.")
    else:
        print("Not kept in git; do that as you are used to.")
    print("Next:")
    print(f"- Go to {folder}, run make site, and open site/index.html. make test tests it.")
    print("- README.md says what else there is, and what to do before the protocol is adopted.")
    if started.to_replace:
        print(
            "- The template rests on the law of England. "
            f"{counted(started.to_replace, 'place')} now say [[Fill in: the law of ...]], and "
            "handrail check --release lists them. A legal adviser should go through the pathways "
            "and their time limits as a whole."
        )
    if started.speaking:
        print("- These pages still name other nations; keep or cut what they say:")
        print(*(f"    {path}" for path in started.speaking), sep="\n")
