"""`handrail fix`: what a program can mend without knowing better than the writers."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from handrail.commands.options import add_project
from handrail.commands.project import docs_of
from handrail.commands.writing import counted, written
from handrail.git import renamed
from handrail.program import find_project
from handrail.write.fix import fix, report, write


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to mend, and whether to write."""
    add_project(parser)
    parser.add_argument("--dry-run", action="store_true", help="show what would be mended, only")


def run(options: argparse.Namespace) -> int:
    """Mend the project. Returns the exit status."""
    project = find_project(options.project).absolute()
    return written(_fix, project, docs_of(project), options.dry_run)


def _fix(project: Path, docs: Path, dry_run: bool) -> bool:
    """Mend a project's pages and menu and say what was mended. True where something was left
    undone because this is a dry run. Raises `OSError`."""
    mended = fix(project, docs, renamed(docs))
    sys.stdout.writelines(f"{line}\n" for line in report(mended))
    sys.stdout.flush()
    places = counted(sum(len(one.mends) for one in mended), "place")
    where = f"{places} in {counted(len(mended), 'file')}"
    if not mended:
        print("Nothing to mend by itself.", file=sys.stderr)
    elif dry_run:
        print(f"{where} would be mended. Nothing was written.", file=sys.stderr)
    else:
        write(project, mended)
        print(f"Mended {where}. Look at the changes, then run handrail check.", file=sys.stderr)
    return bool(mended) and dry_run
