"""Puts the search's index beside the script that reads it."""

from __future__ import annotations

from pathlib import Path

from handrail.handbook import Handbook
from handrail.search.index import PATH, search_index


def write_index(site: Path, handbook: Handbook, folders: bool = True) -> None:
    """Write the index into the folder of a site. `folders` says whether each page is a folder of
    its own there."""
    (site / PATH).write_text(search_index(handbook, folders), "utf-8")
