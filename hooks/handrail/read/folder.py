"""The pages of a docs folder, found without building anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pathspec import GitIgnoreSpec

MANUAL = "/manual/"
"""What the template's settings leave out of the protocol: Handrail's own manual."""


def pages_below(docs: Path, excluded: str = MANUAL) -> Iterator[Path]:
    """Every Markdown file of the protocol. `excluded` is `exclude_docs` of `mkdocs.yml`, in the
    form of `.gitignore`."""
    left_out = GitIgnoreSpec.from_lines(excluded.splitlines())
    for path in sorted(docs.rglob("*.md")):
        if not left_out.match_file(path.relative_to(docs).as_posix()):
            yield path


def sources_below(
    project: Path, docs: Path, excluded: str = MANUAL
) -> Iterator[tuple[str, str, bytes]]:
    """The same as `read_protocol` takes them."""
    for path in pages_below(docs, excluded):
        uri, place = path.relative_to(docs), path.relative_to(project)
        yield place.as_posix(), uri.as_posix(), path.read_bytes()
