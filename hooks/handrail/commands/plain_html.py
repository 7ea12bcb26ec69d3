"""`handrail check --html`: the rules look at HTML files that exist already, whatever made them."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from handrail.commands import CLEAN, FOUND
from handrail.finding import stops
from handrail.program import CannotRun
from handrail.report import FORMATS, summary
from handrail.report.baseline import WrongBaseline, settle
from handrail.report.plain_html import CannotRecord, check_files, record, told_once
from handrail.today import today


def check_html(options: argparse.Namespace) -> int:
    """Check HTML files, and record the results where that is asked. Returns the exit status."""
    target = Path(options.html)
    if not target.exists():
        raise CannotRun(f"there is no file or folder {target}")
    files, found = check_files(target)
    try:
        if options.record:
            record(Path(options.record), target, files, found, today(os.environ))
        told = told_once(files, found)
        findings, said = settle(told, options.baseline, options.write_baseline)
    except (CannotRecord, WrongBaseline) as error:
        raise CannotRun(str(error)) from None
    sys.stdout.write(FORMATS[options.format](findings))
    print(f"{said}{summary(findings)} Checked {len(files)} files.", file=sys.stderr)
    return FOUND if stops(findings, options.strict) else CLEAN
