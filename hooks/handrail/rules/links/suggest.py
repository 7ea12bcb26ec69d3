"""Suggests the page, file or heading that a broken link may have meant."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from functools import lru_cache

from handrail.handbook import Handbook
from handrail.link import Link
from handrail.rules.near import nearest


def likely_file(link: Link, handbook: Handbook) -> str:
    """The file that a link to nowhere most likely meant, from the docs folder; empty where none.

    In this order: another letter case, a page that said it has moved, an ending left out or that of
    the page's address, the same name in another folder, the page that the link's words name, and
    the path most like the one written.
    """
    return next(filter(None, _files(link, handbook)), "")


def _files(link: Link, handbook: Handbook) -> Iterator[str]:
    files, uri = handbook.files, link.uri
    yield _folded(files).get(uri.casefold(), "")
    yield handbook.moved.get(uri, "")
    page = uri.removesuffix(".html")
    yield next((f for f in (f"{page}.md", f"{uri}/index.md", f"{uri}/README.md") if f in files), "")
    ending = posixpath.splitext(uri)[1]
    alike = [file for file in files if file.endswith(ending)] if ending else list(files)
    yield _same_name(uri, alike)
    yield page_called(link.words, handbook)
    yield _nearest_path(uri, ending, alike)


def page_called(words: str, handbook: Handbook) -> str:
    """The one page of this title or other name; empty where there is none or several."""
    return _by_name(handbook).get(plain(words), "") if words else ""


def plain(words: str) -> str:
    """Words as they are compared: without letter case, "the" in front and signs at the end."""
    return " ".join(words.casefold().replace("’", "'").split()).removeprefix("the ").strip(" .:,;")


def _by_name(handbook: Handbook) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for page in handbook.pages:
        called = page.fields["also_called"].values if "also_called" in page.fields else ()
        for name in (page.title, *called):
            found.setdefault(plain(name), set()).add(page.uri)
    return {name: next(iter(uris)) for name, uris in found.items() if len(uris) == 1}


@lru_cache(4)
def _folded(files: frozenset[str]) -> dict[str, str]:
    return {file.casefold(): file for file in files}


def _same_name(uri: str, files: Iterable[str]) -> str:
    """The one file of the same name in another folder; the nearest of several."""
    name = posixpath.basename(uri).casefold()
    same = [file for file in files if posixpath.basename(file).casefold() == name]
    return same[0] if len(same) == 1 else nearest(uri, same) if name != "index.md" else ""


def _nearest_path(uri: str, ending: str, files: list[str]) -> str:
    """The file whose path without its ending is most like that of `uri`: first among those of its
    folder."""
    folder = posixpath.dirname(uri)
    stem = uri.removesuffix(ending) if ending else uri
    stems = {posixpath.splitext(file)[0]: file for file in files}
    beside = [other for other in stems if posixpath.dirname(other) == folder]
    near = nearest(stem, beside) or nearest(stem, stems)
    return stems[near] if near else ""
