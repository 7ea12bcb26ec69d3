"""Where links lead on paper: to another page of the book, to the outside, or nowhere."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from handrail.address import page_address

PAGE, OUTSIDE, NOWHERE = "page", "outside", "nowhere"
_SAFE_SCHEMES = {"http", "https", "mailto", "tel", "sms"}


@dataclass(frozen=True)
class Target:
    """Where a link leads."""

    kind: str
    """`page`: a place in the book; `outside`: an address; `nowhere`: no link on paper."""
    address: str = ""
    """The address outside, or the label in the book."""
    fallback: str = ""
    """For a place in the book: the label of its page, in case the place itself is not printed."""


@dataclass(frozen=True)
class Links:
    """Resolves the links of every page of a book."""

    labels: Mapping[str, str]
    """The label of each printed page, by its path from the docs folder."""
    url: str
    """Where the site stands, with a slash at the end; empty when unknown."""
    folders: bool = True
    """True where each page is a folder of its own on the site."""

    def address(self, uri: str) -> str:
        """Where a page stands below the site's own address."""
        return page_address(uri, self.folders)

    def find(self, link: str, uri: str, raw: bool = False) -> Target:
        """Where `link`, on the page `uri`, leads. Never raises.

        A link is relative to the page's file; a `raw` one, which the writer typed as HTML, to the
        page's address unless it names a Markdown file.
        """
        parts = _split(link)
        if parts is None:
            return Target(NOWHERE)
        if parts.scheme or parts.netloc:
            return (
                Target(OUTSIDE, link.strip()) if parts.scheme in _SAFE_SCHEMES else Target(NOWHERE)
            )
        from_address = raw and not parts.path.endswith(".md")
        path = resolve(parts.path, self.address(uri) if from_address else uri)
        page = self._page(path)
        if page in self.labels:
            label = self.labels[page]
            anchor = unquote(parts.fragment)
            return Target(PAGE, f"{label}#{anchor}" if anchor else label, label)
        return self._on_site(path, parts.fragment)

    def _page(self, path: str) -> str:
        """The Markdown page behind a path, whether written as a file or as a site's address."""
        bare = path.removesuffix("index.html").removesuffix(".html").rstrip("/")
        candidates = (path, f"{bare}.md", f"{bare}/index.md".lstrip("/"))
        return next((name for name in candidates if name in self.labels), path)

    def _on_site(self, path: str, fragment: str) -> Target:
        if not self.url or path.startswith("../"):
            return Target(NOWHERE)
        address = quote(self.address(path))
        return Target(OUTSIDE, self.url + address + (f"#{fragment}" if fragment else ""))


def _split(written: str):
    try:
        return urlsplit(written.strip())
    except ValueError:
        return None


def resolve(path: str, uri: str) -> str:
    """A relative link as a path from the docs folder; `uri` itself for an empty one."""
    if not path:
        return uri
    if path.startswith("/"):
        return posixpath.normpath(unquote(path)).lstrip("/")
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(uri), unquote(path)))
    return "index.md" if joined == "." else joined
