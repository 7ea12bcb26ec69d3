"""Follows every address of a published site and of its PDFs, apart from the code that made them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pikepdf

ADDRESSES = {"href", "src", "poster", "data", "xlink:href"}


@dataclass
class Read(HTMLParser):
    """One HTML file: what it leads to, and what can be led to in it."""

    leads: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)

    def __post_init__(self):
        super().__init__()

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id" or (tag == "a" and name == "name"):
                self.anchors.add(value)
            elif name in ADDRESSES and value is not None:
                self.leads.append(value.strip())
            elif name == "srcset":
                self.leads += [part.split()[0] for part in value.split(",") if part.split()]
            elif name == "content" and "url=" in (value or ""):
                self.leads.append(value.partition("url=")[2])


@cache
def read(file: Path) -> Read:
    """A file of HTML or SVG."""
    reader = Read()
    reader.feed(file.read_text("utf-8"))
    return reader


def lost(site: Path) -> Iterator[str]:
    """Every address in the site's HTML and pictures that leads nowhere, with where it stands."""
    root = site.resolve()
    for file in sorted(root.rglob("*")):
        if file.suffix in (".html", ".svg") and file.name != "404.html":
            for address in dict.fromkeys(read(file).leads):
                if not _answers(address, file, root):
                    yield f"{file.relative_to(root)}: {address}"


def _answers(address: str, file: Path, root: Path) -> bool:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return True
    there = (file.parent / unquote(parts.path)).resolve() if parts.path else file
    if there.is_dir():
        there /= "index.html"
    if not there.is_relative_to(root) or not there.is_file():
        return False
    anchor = unquote(parts.fragment)
    return not anchor or there.suffix != ".html" or anchor in read(there).anchors


def lost_in_pdf(file: Path, site: Path, url: str) -> Iterator[str]:
    """Every link of a PDF that leads to no page of it, or to no page of the site at `url`."""
    with pikepdf.open(file) as pdf:
        pages = {page.objgen for page in pdf.pages}
        names = _names(pdf)
        for number, page in enumerate(pdf.pages, start=1):
            for note in page.get("/Annots", []):
                if note.get("/Subtype") == "/Link":
                    wrong = _wrong(note, pages, names, site, url)
                    if wrong:
                        yield f"{file.name}, page {number}: {wrong}"


def _wrong(note, pages: set, names: dict, site: Path, url: str) -> str:
    """What is wrong with one link of a PDF; empty where nothing is."""
    action = note.get("/A", {})
    address = str(action.get("/URI", ""))
    if address.startswith(url):
        inside = address.removeprefix(url)
        return "" if _answers(inside, site.resolve() / "index.html", site.resolve()) else address
    if address:
        return ""
    target = note.get("/Dest", action.get("/D"))
    if isinstance(target, (pikepdf.String, pikepdf.Name)):
        target = names.get(str(target))
    return "" if target is not None and target[0].objgen in pages else f"to {target!r}"


def _names(pdf: pikepdf.Pdf) -> dict:
    tree = pdf.Root.get("/Names", {}).get("/Dests")
    found = dict(pikepdf.NameTree(tree)) if tree is not None else {}
    return {name: dest.get("/D") if isinstance(dest, pikepdf.Dictionary) else dest
            for name, dest in found.items()}  # fmt: skip
