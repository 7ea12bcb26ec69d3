"""The one door to Pandoc, a program that is called apart: the protocol for Word, and as an EPUB for
phones. It gets the tree that the book is set from, as data."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import tempfile
import uuid
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import Any
from xml.etree import ElementTree

from handrail.dates import in_words
from handrail.handbook import Handbook
from handrail.publish.book import Book, set_book
from handrail.publish.completeness import check_words
from handrail.publish.paper.exchange import Exchange
from handrail.publish.paper.inlines import BLOCKS
from handrail.publish.press import Press
from handrail.publish.reference import Edges, reference
from handrail.publish.typeset import CannotPrint, CannotSet

VERSION = [1, 23, 1]
"""Version of Pandoc's tree."""
_ACCESS = {
    "accessModes": ["textual", "visual"],
    "accessModeSufficient": ["textual"],
    "accessibilityFeatures": [
        "alternativeText", "displayTransformability", "longDescription", "readingOrder",
        "structuralNavigation", "tableOfContents",
    ],
    "accessibilityHazards": ["none"],
    "accessibilitySummary": "Each diagram is followed by the same steps in words.",
}  # fmt: skip
_OPTIONS = ("--number-sections", "--toc", "--toc-depth=3", "--wrap=none", "--fail-if-warnings")
_UNNAMED = re.compile(rb'<wp:docPr ([^>]*\bdescr=""[^>]*?) ?/>')
_DECORATION = (
    rb'<wp:docPr \1><a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    rb'<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec='
    rb'"http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
    rb"</wp:docPr>"
)
"""A picture that says nothing, as Word marks it: without the mark, Word reports it."""
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RUNS = {f"{_WORD}t", f"{_WORD}br", f"{_WORD}tab"}


def print_word(handbook: Handbook, press: Press) -> bytes:
    """The protocol as a Word document. Raises `CannotPrint`."""
    return _convert(handbook, press, "docx")


def print_epub(handbook: Handbook, press: Press) -> bytes:
    """The protocol as an EPUB 3 book. Raises `CannotPrint`."""
    return _convert(handbook, press, "epub3")


def _convert(handbook: Handbook, press: Press, form: str) -> bytes:
    program = _program()
    book = set_book(handbook, press)
    data = {"form": form, **book.data, "chapters": [list(c.blocks) for c in book.chapters]}

    def make() -> bytes:
        made = _run(program, form, handbook, book, press)
        made = _decorated(made) if form == "docx" else made
        printed = _words_of_word(made) if form == "docx" else _words_of_epub(made)
        check_words(book.parts, "\n".join(printed), drawings=False)
        return made

    return press.once("pictures.typ", data, handbook.settings.today, book.parts, make)


def _program() -> str:
    """Pandoc of the `convert` extra, or else the system's."""
    if find_spec("pypandoc"):
        import pypandoc

        return pypandoc.get_pandoc_path()
    found = which("pandoc")
    if not found:
        raise CannotPrint(
            "mkdocs.yml: extra: handrail: print: forms: word and epub need Pandoc; install it with "
            'pip install "pypandoc_binary>=1.15"'
        )
    return found


def _run(program: str, form: str, handbook: Handbook, book: Book, press: Press) -> bytes:
    exchange = Exchange()
    nodes = [node for chapter in book.chapters for node in chapter.blocks]
    exchange.meet(nodes)
    blocks = exchange.blocks([*book.data["control"], *nodes, *book.data["register"]])
    tree = {"pandoc-api-version": VERSION, "meta": _meta(form, handbook, book), "blocks": blocks}
    with tempfile.TemporaryDirectory() as folder:
        for number, picture in enumerate(_pictures(exchange, press), start=1):
            Path(folder, f"{number}.png").write_bytes(picture)
        edges = Edges(handbook.title, book.data["foot"], handbook.settings.printing.paper)
        style = _style(program, form, press, edges, exchange.languages, Path(folder))
        command = [program, "-f", "json", "-t", form, "-o", "out", *_OPTIONS, *style]
        noon = datetime.combine(handbook.settings.today, datetime.min.time(), UTC)
        done = subprocess.run(
            command,
            input=json.dumps(tree).encode(),
            cwd=folder,
            env={**os.environ, "SOURCE_DATE_EPOCH": str(int(noon.timestamp()))},
            capture_output=True,
            check=False,
        )
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise CannotPrint(f"Pandoc could not make the {form} file: {' '.join(said[-3:])}")
        return Path(folder, "out").read_bytes()


def _pictures(exchange: Exchange, press: Press) -> list[bytes]:
    if not exchange.pictures:
        return []
    try:
        return press.draw("pictures.typ", {"pictures": exchange.pictures})
    except CannotSet as refusal:
        raise CannotPrint(f"a picture cannot be drawn: {refusal}") from None


def _meta(form: str, handbook: Handbook, book: Book) -> dict[str, Any]:
    """What the file says of itself."""
    settings = handbook.settings
    name = uuid.uuid5(uuid.NAMESPACE_URL, handbook.url or handbook.title)
    words = {
        "title": handbook.title,
        "author": settings.organisation,
        "publisher": settings.organisation,
        "description": book.data["description"],
        "subject": book.data["keywords"] if form == "epub3" else book.data["description"],
        "keywords": book.data["keywords"],
        "date": in_words(settings.today),
        "lang": "en-GB",
        "pagetitle": handbook.title,
        "identifier": f"urn:uuid:{name}",
        **_ACCESS,
    }
    return {key: _value(value) for key, value in words.items() if value}


def _value(value: str | list[str]) -> dict[str, Any]:
    if isinstance(value, list):
        items = [{"t": "MetaInlines", "c": [{"t": "Str", "c": item}]} for item in value]
        return {"t": "MetaList", "c": items}
    return {"t": "MetaString", "c": value}


def _style(
    program: str, form: str, press: Press, edges: Edges, languages: Iterable[str], folder: Path
) -> list[str]:
    """How it looks: a style sheet for an EPUB; for Word a document whose look is taken over."""
    if form != "docx":
        return ["--css", str(press.templates / "epub.css"), "--split-level=2"]
    asked = [program, "--print-default-data-file", "reference.docx"]
    usual = subprocess.run(asked, capture_output=True, check=True).stdout
    made = folder / "reference.docx"
    made.write_bytes(reference(usual, edges, languages))
    return ["--reference-doc", str(made)]


def _decorated(made: bytes) -> bytes:
    """A Word document whose pictures without words are marked as decoration."""
    old, new = zipfile.ZipFile(io.BytesIO(made)), io.BytesIO()
    with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as parts:
        for entry in old.infolist():
            part = old.read(entry)
            marked = entry.filename == "word/document.xml"
            parts.writestr(entry, _UNNAMED.sub(_DECORATION, part) if marked else part)
    return new.getvalue()


def _words_of_word(made: bytes) -> Iterator[str]:
    parts = zipfile.ZipFile(io.BytesIO(made))
    for name in ("word/document.xml", "word/footnotes.xml"):
        for paragraph in ElementTree.fromstring(parts.read(name)).iter(f"{_WORD}p"):
            yield "".join(part.text or " " for part in paragraph.iter() if part.tag in _RUNS)


def _words_of_epub(made: bytes) -> Iterator[str]:
    parts = zipfile.ZipFile(io.BytesIO(made))
    for name in sorted(parts.namelist()):
        if name.endswith(".xhtml"):
            yield "".join(_texts(ElementTree.fromstring(parts.read(name))))


def _texts(element: ElementTree.Element) -> Iterable[str]:
    gap = " " if element.tag.rpartition("}")[2] in {*BLOCKS, "br"} else ""
    yield gap + (element.text or "")
    for child in element:
        yield from _texts(child)
        yield child.tail or ""
    yield gap
