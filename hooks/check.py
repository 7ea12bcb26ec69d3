"""Step 6, check: all rules over all pages, before anything is published."""

import os
import sys

import bridge
import voice
from handrail import wishes
from handrail.finding import stops
from handrail.git import pages_at
from handrail.report import FORMATS, summary
from handrail.report.baseline import WrongBaseline, settle
from handrail.report.changes import as_changes
from handrail.report.colour import coloured
from handrail.report.progress import QUIET
from handrail.rules import allowed, found_by_rules
from handrail.rules.review.still_open import still_open


def on_env(env, config, files):
    state = bridge.build(config)
    handbook = state.handbook
    state.found = found_by_rules(handbook)
    state.findings, said = _new(allowed(state.found, handbook), config)
    state.progress.end()
    said += still_open(handbook)
    if wishes.CHECK in os.environ:
        _finish_check(_report(state.findings, handbook, config), state.findings, config, said)
    sys.stderr.write(coloured(FORMATS["text"](state.findings), sys.stderr))
    sys.stderr.write(said if voice.how_much(config) != QUIET else "")
    if stops(state.findings, config.strict) and not wishes.serving():
        raise bridge.stop(config, f"{summary(state.findings)} Nothing was published.")
    return env


def _new(findings: list, config) -> tuple[list, str]:
    """The findings that the baseline does not know, if there is one, and what to say about it."""
    files = (os.environ.get(name) for name in (wishes.BASELINE, wishes.WRITE_BASELINE))
    try:
        return settle(findings, *files)
    except WrongBaseline as error:
        raise bridge.stop(config, f"baseline: {error}") from None


def _report(findings: list, handbook, config) -> str:
    """What the command prints."""
    if os.environ[wishes.CHECK] == wishes.CHANGES:
        return as_changes(handbook, findings, pages_at(handbook.since, bridge.docs(config)))
    return FORMATS[os.environ[wishes.CHECK]](findings)


def _finish_check(report: str, findings: list, config, said: str) -> None:
    """End a run of `handrail check`. The codes tell its own end from a program that broke down."""
    sys.stdout.write(coloured(report, sys.stdout))
    sys.stdout.flush()
    if voice.how_much(config) != QUIET:
        sys.stderr.write(f"{said}{summary(findings)}\n")
    raise SystemExit(wishes.FOUND if stops(findings, config.strict) else wishes.CLEAN)
