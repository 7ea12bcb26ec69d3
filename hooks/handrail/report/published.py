"""What a build says at its end: where everything is and how to look at it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

FORMS = "pdf/forms"
"""Where other forms than the book and the sheets stand in the site."""


def published(site: Path, prints: Sequence[str], archive: str = "") -> str:
    """Some lines for the terminal. `prints` are the PDFs' paths in the site, the book last;
    `archive` is the name of the one for use without a network, where there is one."""
    here = Path(os.path.relpath(site))
    *others, book = prints
    sheets = [uri for uri in others if not uri.startswith(FORMS)]
    forms = [uri for uri in others if uri.startswith(FORMS)]
    folder = here / Path(sheets[0]).parent if sheets else here
    lines = [
        f"The site         {here}{os.sep}",
        f"The protocol     {here / book}",
        f"Pathway sheets   {folder}{os.sep} ({len(sheets)})",
        *([f"Other forms      {here / FORMS}{os.sep} ({len(forms)})"] if forms else []),
        *([f"Without network  {here / archive}"] if archive else []),
        f"To look at it    python3 -m http.server -d {here} 8000, then open http://localhost:8000",
    ]
    return "\n".join(lines) + "\n"
