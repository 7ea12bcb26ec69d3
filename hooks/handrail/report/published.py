"""What a build says at its end: where everything is and how to look at it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path


def published(site: Path, prints: Sequence[str]) -> str:
    """Some lines for the terminal. `prints` are the PDFs' paths in the site, the book last."""
    here = Path(os.path.relpath(site))
    *sheets, book = prints
    folder = here / Path(sheets[0]).parent if sheets else here
    lines = [
        f"The site         {here}{os.sep}",
        f"The protocol     {here / book}",
        f"Pathway sheets   {folder}{os.sep} ({len(sheets)})",
        f"To look at it    python3 -m http.server -d {here} 8000, then open http://localhost:8000",
    ]
    return "\n".join(lines) + "\n"
