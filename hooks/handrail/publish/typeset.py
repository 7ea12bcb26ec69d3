"""The one door to the typesetter, Typst: data in, accessible PDF out.

Content reaches Typst as data in a virtual file, never as markup, so nothing that a writer types
can be taken for a command. The only folder that Typst can read is that of the templates or, for a
document with pictures, `root`. Its warnings mean that something would be lost on paper, so they are
errors.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from handrail.publish.pack import pack

STANDARD = "ua-1"
"""PDF/UA-1: the ISO standard for accessible PDF."""
NESTED = "this is nested too deeply to print"
UNCOPIED = (
    "a picture or diagram has letters that nobody could copy from the PDF, such as ones with two "
    "accents; save the picture with its letters as shapes, or write them another way"
)
_DENSITY = 200.0
"""Dots to an inch of a drawing that becomes an image."""
_TOO_DEEP = re.compile("recursion limit exceeded|maximum .* depth exceeded")
_UNSETTLED = "did not converge"
"""In a warning: page numbers in the text move the text, and so the page numbers, for ever."""
_UNMAPPED = "text with missing codepoints"
_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed with', re.DOTALL)
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")
_IMPORT = re.compile(rb'^#import "(.+?)"', re.MULTILINE)
_ANSWER = re.compile(r"panicked with: answer:(.*)", re.DOTALL)
PICTURE = re.compile(r'"path": ("(?:[^"\\]|\\.)*")')
"""In the data of a document as JSON: a picture, by its path from the root."""
_PREFIX = re.compile(r"^(?:PDF/UA-1 error: |panicked with: )+")


class CannotPrint(Exception):
    """A document cannot be set. Its text is the reason, in plain words."""


class CannotSet(CannotPrint):
    """The typesetter refuses what it was given."""

    def __init__(self, reason: str, unprintable: tuple[str, ...] = ()):
        super().__init__(reason)
        self.unprintable = unprintable
        """Characters that no font in the folder has."""


def typeset(template: Path, data: Mapping, root: Path, today: date) -> bytes:
    """The PDF/UA-1 document that `template` makes of `data`.

    `data` is anything JSON can hold; the template reads it with `json("data.json")`. Fonts come
    from the folder `fonts` beside the template, and pictures named in `data` from `root`. Texts in
    its `look` are for the templates that others share. The same input gives the same bytes. Raises
    `CannotSet`.
    """
    noon = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)
    look = {"steady": "no", **data.get("look", {})}
    with _plain_refusals():
        pdf, warnings = _pdf(template, data, root, noon, look)
        if any(_UNSETTLED in warning for warning in warnings):
            pdf, warnings = _pdf(template, data, root, noon, {**look, "steady": "yes"})
    if warnings:
        raise CannotSet("; ".join(dict.fromkeys(warnings)))
    return pack(pdf)


def ask(template: Path, data: Mapping, root: Path) -> Any:
    """What only the typesetter knows, such as how much room words take: the value that `template`,
    given `data`, ends with as `panic("answer:" + json.encode(value))`, so that nothing more is set.
    The folders are those of `typeset`. Raises `CannotSet`."""
    with _plain_refusals():
        try:
            _compile(template, data, root, data.get("look", {}), format="svg")
        except typst.TypstError as error:
            answer = _ANSWER.match(error.message)
            if answer is None:
                raise
            return json.loads(answer[1])
    raise CannotSet(f"{template.name} gave no answer")


def draw(template: Path, data: Mapping, root: Path) -> list[bytes]:
    """The pages that `template` makes of `data` as PNG images. Raises `CannotSet`."""
    with _plain_refusals():
        look = data.get("look", {})
        pages, _ = _compile(template, data, root, look, format="png", ppi=_DENSITY)
    return pages if isinstance(pages, list) else [pages]


@contextmanager
def _plain_refusals() -> Iterator[None]:
    """What the typesetter raises, as `CannotSet`."""
    try:
        yield
    except RecursionError:
        raise CannotSet(NESTED) from None
    except (typst.TypstError, RuntimeError) as error:
        raise _refusal(error) from None


def _pdf(
    template: Path, data: Mapping, root: Path, moment: datetime, look: Mapping
) -> tuple[bytes, list[str]]:
    """The PDF and what Typst warns of."""
    pdf, warnings = _compile(
        template, data, root, look, format="pdf", pdf_standards=[STANDARD], timestamp=moment
    )
    return pdf, [warning.message for warning in warnings]


def _compile(
    template: Path, data: Mapping, root: Path, look: Mapping, **form: Any
) -> tuple[Any, list[typst.TypstWarning]]:
    """The document in some form, and the warnings. `look` is what templates find in `sys.inputs`;
    `steady` in it asks for page numbers of fixed width."""
    content = json.dumps(data, ensure_ascii=False)
    files = {"main.typ": template.read_bytes(), "data.json": content.encode()}
    if PICTURE.search(content):
        files |= _imported(template)
        compiler = _compiler(template.parent, root)
    else:
        compiler = _ready_compiler(template.parent)
    return compiler.compile_with_warnings(files, sys_inputs=dict(look), **form)


@lru_cache(maxsize=4)
def _ready_compiler(templates: Path) -> typst.Compiler:
    """A compiler that reads and parses the templates of a folder once for many documents. What it
    has read it keeps, so documents with pictures are not for it."""
    return _compiler(templates, templates)


def _compiler(templates: Path, root: Path) -> typst.Compiler:
    return typst.Compiler(
        root=str(root.resolve()),
        font_paths=_fonts(templates / "fonts"),
        ignore_system_fonts=True,
    )


def _imported(template: Path) -> dict[str, bytes]:
    """All that a template imports, by name: the typesetter takes time to read each file."""
    files: dict[str, bytes] = {}
    for name in map(bytes.decode, _IMPORT.findall(template.read_bytes())):
        other = template.with_name(name)
        files |= {name: other.read_bytes(), **_imported(other)}
    return files


@lru_cache(maxsize=4)
def _fonts(folder: Path) -> typst.Fonts:
    """The fonts of `folder`, and no others, so that every machine prints the same."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)]
    )


def _refusal(error: Exception) -> CannotSet:
    unprintable = _unprintable(getattr(error, "diagnostic", ""))
    if unprintable:
        quoted = ", ".join(f'"{text}"' for text in unprintable)
        return CannotSet(f"no font in the print fonts has {quoted}", unprintable)
    reason = _PREFIX.sub("", getattr(error, "message", None) or str(error))
    if _UNMAPPED in reason:
        return CannotSet(UNCOPIED)
    return CannotSet(NESTED if _TOO_DEEP.search(reason) else reason)


def _unprintable(diagnostic: str) -> tuple[str, ...]:
    """The characters that no font has, of all those that the typesetter names.

    It names every character of a cluster, such as the digit of a digit in a box.
    """
    named = (_ESCAPE.sub(_character, text) for text in _NO_GLYPH.findall(diagnostic))
    texts = list(dict.fromkeys(named))
    return tuple(text for text in texts if not text.isascii()) or tuple(texts)


def _character(escape: re.Match) -> str:
    return chr(int(escape[1], 16))
