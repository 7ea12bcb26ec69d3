"""WeasyPrint, for the second way to print: what it may read, what it may not pass over in silence,
and how it describes links."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import weasyprint
from weasyprint.urls import URLFetcher

from handrail.publish.ready import BREAK


class Page(weasyprint.HTML):
    """A page that becomes a tagged PDF, in which a list that goes on with the next number does so.

    It may read files in the given folders and nothing else. When it is written, `then` learns what
    WeasyPrint did without, such as a picture that is no picture.
    """

    def __init__(self, string: str, then: Callable[[list[str]], None], *folders: Path):
        weasyprint.DEFAULT_OPTIONS.update(pdf_variant="pdf/ua-1", presentational_hints=True)
        self._faults, self._then = _Faults(logging.ERROR), then
        weasyprint.LOGGER.addHandler(self._faults)
        super().__init__(string=string, url_fetcher=_Ours(folders))

    def render(self) -> weasyprint.Document:
        document = super().render()
        document.write_pdf = partial(self._write, document.write_pdf)
        return document

    def _write(self, write_pdf: Callable, target: str) -> None:
        write_pdf(target, finisher=_describe_links)
        weasyprint.LOGGER.removeHandler(self._faults)
        self._then(self._faults.found)


class _Faults(logging.Handler):
    def __init__(self, level: int):
        super().__init__(level)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(record.getMessage())


def _describe_links(document: weasyprint.Document, _: Any) -> None:
    """By their words; WeasyPrint takes the names of places in the file."""
    for page in document.pages:
        for box in page._page_box.descendants():
            if box.link_annotation and (words := _words(box)):
                described = box.link_annotation["Contents"]
                box.link_annotation["Contents"] = type(described)(words)


def _words(box: Any) -> str:
    parts = " ".join(part.text for part in box.descendants() if hasattr(part, "text"))
    return " ".join(parts.replace(BREAK, "").split())


class _Ours(URLFetcher):
    """Reads pictures and styles of the project and of the site."""

    def __init__(self, folders: tuple[Path, ...]):
        super().__init__(allowed_protocols=("file", "data"))
        self._folders = folders

    def fetch(self, url: str, headers: dict | None = None) -> Any:
        parts = urlsplit(url)
        file = Path(unquote(parts.path)).resolve()
        if parts.scheme == "file" and not any(map(file.is_relative_to, self._folders)):
            raise ValueError(f"{url} is not in the project")
        return super().fetch(url, headers)
