"""The commands that write into a project, on the command line."""

from __future__ import annotations

import sys
from pathlib import Path

from handrail.git import renamed
from handrail.write.fix import fix, report, write


def fix_project(project: Path, docs: Path, dry_run: bool) -> bool:
    """Mend a project's pages and menu and say what was mended. True where something was left
    undone because this is a dry run. Raises `OSError`."""
    mended = fix(project, docs, renamed(docs))
    sys.stdout.writelines(f"{line}\n" for line in report(mended))
    sys.stdout.flush()
    places = _count(sum(len(one.mends) for one in mended), "place")
    where = f"{places} in {_count(len(mended), 'file')}"
    if not mended:
        print("Nothing to mend by itself.", file=sys.stderr)
    elif dry_run:
        print(f"{where} would be mended. Nothing was written.", file=sys.stderr)
    else:
        write(project, mended)
        print(f"Mended {where}. Look at the changes, then run handrail check.", file=sys.stderr)
    return bool(mended) and dry_run


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
