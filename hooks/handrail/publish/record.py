"""The build record, `handrail.json`: what a finished site was made from.

A site without it was not made, or not checked, by a complete build.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path

from handrail.handbook import Handbook

NAME = "handrail.json"
PACKAGES = ("handrail", "markdown", "merman", "mkdocs-material", "turbohtml", "typst")


def record(handbook: Handbook, sources: str, warnings: int, pdfs: Iterable[str]) -> str:
    """The record as JSON text.

    `sources` is the digest of everything the site was made from, `warnings` the count of warnings
    found, `pdfs` the paths of the PDFs in the site.
    """
    return _json(
        {
            "version": 1,
            "protocol": handbook.title,
            "organisation": handbook.settings.organisation,
            "edition": handbook.settings.edition,
            "date": handbook.settings.today.isoformat(),
            "sources": sources,
            "packages": {name: version(name) for name in PACKAGES},
            "counts": {
                "pages": len(handbook.pages),
                "pathways": len(handbook.diagrams),
                "instruments": len(handbook.instruments),
                "agencies": len(handbook.agencies),
                "champions": len(handbook.champions),
                "warnings": warnings,
            },
            "pdfs": sorted(pdfs),
        }
    )


def digest(folders: Iterable[Path]) -> str:
    """SHA-256 over the names and bytes of every file in `folders`, or of the files themselves."""
    total = hashlib.sha256()
    for root in folders:
        for path in sorted(root.rglob("*")) if root.is_dir() else [root]:
            if path.is_file() and "__pycache__" not in path.parts:
                name = f"{root.name}/{path.relative_to(root).as_posix()}"
                total.update(f"{name}\0{path.stat().st_size}\0".encode())
                total.update(path.read_bytes())
    return total.hexdigest()


def _json(data: Mapping) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"
