"""WeasyPrint, for the second way to print: what it may read, and pages made ready for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import weasyprint
from weasyprint.urls import URLFetcher

_LEFT_OUT = "[hidden], .no-print, .hr-print, .hr-glance, .hr-facts, .hr-standing, .hr-box"
"""What the site's pages have around the writers' words, and paper has no use for."""


def read_html(string: str, *folders: Path) -> weasyprint.HTML:
    """The page for WeasyPrint, with files in these folders and nothing else, to become a tagged PDF
    in which a list that goes on with the next number does so."""
    weasyprint.DEFAULT_OPTIONS.update(pdf_variant="pdf/ua-1", presentational_hints=True)
    return weasyprint.HTML(string=string, url_fetcher=_Ours(folders))


def make_ready(soup: Any) -> None:
    """Leave out what is not shown, so that contents and numbers pass over it; and links in
    headings, whose words the contents would take away; and keep all words of drawings."""
    for part in soup.select(_LEFT_OUT):
        part.extract()
    for link in soup.select(":is(h1, h2, h3) a"):
        link.unwrap()
    # WeasyPrint loses what follows bold words in a line of a drawing.
    for bold in soup.select("svg tspan > tspan"):
        if isinstance(bold.next_sibling, str):
            bold.next_sibling.wrap(soup.new_tag("tspan"))


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
