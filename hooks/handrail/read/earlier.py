"""Reads what an earlier edition of the protocol said, out of git."""

from __future__ import annotations

from pathlib import Path

from handrail.git import changed_since, gone_since, pages_at, text_at
from handrail.read.menu import read_entries
from handrail.read.pages import read_page


def read_earlier(since: str, docs: Path, settings: Path) -> dict[str, object]:
    """What is known of the edition that git calls `since`, as the fields of a `Handbook`.

    `docs` is the docs folder, `settings` the file of the settings. Raises `CannotCompare`.
    """
    folder = docs.relative_to(settings.parent).as_posix()
    pages = changed_since(since, docs).items()
    return {
        "since": since,
        "before": {uri: read_page(f"{folder}/{uri}", uri, data) for uri, data in pages},
        "pages_before": pages_at(since, docs),
        "files_before": gone_since(since, docs),
        "menu_before": read_entries(text_at(since, settings)),
    }
