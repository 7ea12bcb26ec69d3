"""Makes whole projects on disk and builds them with the real programs."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

from protocol import FRONT_MATTER, ROOT, TODAY

from handrail.cli import main

AGENCY = FRONT_MATTER.replace("A page", "Adult social care").replace(
    "type: section", "type: agency\nsignatory: Director of adult social services"
) + """
# Adult social care

| When | Contact | How |
|---|---|---|
| Someone is in danger now | Emergency services | 999 |
| In working hours | Front door | 01632 960100 |
| At any other time | Out of hours team | 01632 960190 |
| You use text relay | Front door | 18001 01632 960100 |
"""
LAW = FRONT_MATTER.replace("A page", "Children Act 1989").replace(
    "type: section",
    "type: legislation\nkey: ukpga/1989/41\nnations: [England]\nstanding: in force\n"
    "checked: 2026-10-01\nchecked_by: Legal adviser",
) + """
# Children Act 1989

## Section 17: Help for children in need {#section-17}

The council helps children in need.
"""
PATHWAY = FRONT_MATTER.replace("A page", "First contact").replace("section", "pathway") + """
# First contact

```mermaid
flowchart TD
    accTitle: First contact
    accDescr: Who answers a parent who asks for help.
    subgraph adults["Adult social care"]
        start(["A parent asks for help"]) --> ask{"Are there children?"}
        ask -->|Yes| visit["Visit within 5 working days"]
        ask -->|No| done(["Usual assessment"])
        visit --> done
    end
```

The law: [section 17](../legislation/children-act-1989.md#section-17).

[Adult social care](../agencies/adult-social-care.md) answers.
"""
SOUND = {
    "index.md": FRONT_MATTER.replace("A page", "Start")
    + "\n# Start\n\nSee [first contact](pathways/first-contact.md).\n",
    "agencies/adult-social-care.md": AGENCY,
    "legislation/children-act-1989.md": LAW,
    "pathways/first-contact.md": PATHWAY,
}
ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "ignore"}


def make_project(folder: Path, files: dict[str, str | bytes] = SOUND, settings: str = "") -> Path:
    """A project in `folder` with the given pages, and this repository's settings and hooks."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    text = re.sub(r"^nav:\n(?: .*\n)+", "", text, flags=re.MULTILINE)
    text = text.replace("hooks/", f"{ROOT}/hooks/").replace("overrides/", f"{ROOT}/overrides/")
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(text + settings, "utf-8")
    write_files(folder, files)
    return folder


def write_files(project: Path, files: dict[str, str | bytes]) -> None:
    """Put pages into the project's docs folder."""
    for uri, content in files.items():
        path = project / "docs" / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def run(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
    """Run `python -m` with the arguments in the project; both outputs are text."""
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=project,
        env=environ(environment),
        capture_output=True,
        text=True,
        timeout=600,  # a busy machine is no fault
        check=False,
    )


def call(*arguments: str) -> SimpleNamespace:
    """Run the command in this process, as a script does, which nobody can ask; both outputs are
    text."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err), patch.dict(os.environ, environ({})):
        code = main(arguments)
    return SimpleNamespace(returncode=code, stdout=out.getvalue(), stderr=err.getvalue())


def environ(extra: dict[str, str]) -> dict[str, str]:
    """The environment of a build on the day that tests speak for."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("HANDRAIL_", "SOURCE_DATE"))}
    seconds = str(int((TODAY.toordinal() - 719163) * 86400))
    return clean | ENVIRONMENT | {"SOURCE_DATE_EPOCH": seconds} | extra


def tree(folder: Path) -> dict[str, str]:
    """Digest of every file below a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
