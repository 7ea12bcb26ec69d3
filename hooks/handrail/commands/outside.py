"""`handrail outside`: the hooks gather links to other websites, and each is asked."""

from __future__ import annotations

import argparse
import sys
import tempfile
from datetime import date
from pathlib import Path

from handrail import wishes
from handrail.commands import CLEAN, COULD_NOT_RUN, FOUND
from handrail.commands.mkdocs import report_only
from handrail.commands.options import add_project
from handrail.finding import Finding, stops
from handrail.outside.ask import SILENT, Answer, Manners
from handrail.outside.report import as_findings, closed, in_one_line
from handrail.outside.rounds import ask_all, read_memory, write_memory
from handrail.outside.uses import read_uses
from handrail.program import CannotRun, find_project
from handrail.report import FORMATS

MEMORY = ".handrail/outside.json"
"""Where answers are remembered, from the project's folder."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How to ask, and how to report."""
    usual = Manners()
    add_project(parser)
    add = parser.add_argument
    add("--format", choices=FORMATS, default="text", help="default: text")
    add("--strict", action="store_true", help="count warnings as errors")
    add("--days", type=int, default=7, help="how long an answer counts; default: 7, 0: ask anew")
    add("--timeout", type=float, default=usual.timeout, help="seconds to wait; default: 20")
    add("--pause", type=float, default=usual.pause, help="seconds between questions; default: 1")
    add("--tries", type=int, default=usual.tries, help="how often to ask in all; default: 3")
    add("--memory", metavar="FILE", help=f"where answers are remembered; default: {MEMORY}")


def run(options: argparse.Namespace) -> int:
    """Ask other websites. Returns the exit status."""
    with tempfile.TemporaryDirectory() as folder:
        uses = Path(folder, "uses.json")
        wished = {wishes.CHECK: "outside", wishes.OUTSIDE: str(uses)}
        if report_only(options, wished) != CLEAN:
            return COULD_NOT_RUN
        findings = _ask(uses.read_text("utf-8"), find_project(options.project), options)
    if findings is None:
        raise CannotRun("no website answers; behind a proxy, set HTTPS_PROXY to its address")
    sys.stdout.write(FORMATS[options.format](findings))
    return FOUND if stops(findings, options.strict) else CLEAN


def _ask(uses: str, project: Path, options: argparse.Namespace) -> list[Finding] | None:
    """What other websites say of the addresses in `uses`, the JSON of `as_uses`. None where not one
    of them answers."""
    places = read_uses(uses)
    memory = Path(options.memory) if options.memory else project / MEMORY
    known = read_memory(memory, date.today(), options.days)
    known = {address: answer for address, answer in known.items() if address in places}
    manners = Manners(
        timeout=options.timeout, pause=max(options.pause, 0.0), tries=max(options.tries, 1)
    )
    asked = ask_all([a for a in places if a not in known], manners, _tell)
    if asked and all(answer.kind == SILENT for answer in asked.values()) and not known:
        return None
    answers = known | asked
    write_memory(memory, answers, known, date.today())
    for line in (*closed(answers), in_one_line(answers)):
        print(line, file=sys.stderr)
    return as_findings(places, answers)


def _tell(address: str, answer: Answer) -> None:
    """One line for each answer as it comes: asking slowly takes a while."""
    print(f"{answer.kind:8}{address}", file=sys.stderr, flush=True)
