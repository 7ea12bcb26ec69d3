"""Where printing finds what it needs, and the PDFs that it keeps: what has not changed is not
printed again."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

from handrail.publish.completeness import Part, words_of
from handrail.publish.record import digest
from handrail.publish.typeset import PICTURE, ask, draw, typeset

MOST = 200_000_000
"""Bytes that are kept. What was not needed for longest goes first."""
_ENGINES = ("typst", "pypdfium2", "turbohtml")
_SEAL = hashlib.sha256().digest_size


@dataclass(frozen=True)
class Press:
    """The folders that printing reads, and the one that it keeps PDFs in."""

    templates: Path
    """Folder of the templates, with a folder `fonts` in it."""
    docs: Path
    """The only folder that pictures are read from."""
    kept: Path | None = None
    """Folder of the PDFs of earlier builds; None where none are kept."""

    def typeset(self, template: str, data: Mapping[str, Any], today: date) -> bytes:
        """The PDF that a template makes of `data`. Raises `CannotSet`."""
        return typeset(self.templates / template, data, self.docs, today)

    def ask(self, template: str, data: Mapping[str, Any]) -> Any:
        """What a template answers to `data`. Raises `CannotSet`."""
        return ask(self.templates / template, data, self.docs)

    def draw(self, template: str, data: Mapping[str, Any]) -> list[bytes]:
        """The images that a template makes of `data`. Raises `CannotSet`."""
        return draw(self.templates / template, data, self.docs)

    def once(
        self,
        template: str,
        data: Mapping[str, Any],
        today: date,
        parts: Iterable[Part],
        make: Callable[[], bytes],
    ) -> bytes:
        """What `make` makes of these, or the same from an earlier build.

        `parts` are what the gate looks for in it. A PDF is kept when it has passed, and serves
        again only where nothing has changed: words, pictures, templates, fonts, engines, code or
        the day. Raises what `make` raises.
        """
        if self.kept is None:
            return make()
        file = self.kept / f"{self._key(template, data, today, parts)}.pdf"
        pdf = _unsealed(file)
        if pdf is None:
            pdf = make()
            _keep(file, pdf)
        return pdf

    def tidy(self) -> None:
        """Remove the PDFs that were not needed for longest, until few enough are kept."""
        files = list(self.kept.iterdir()) if self.kept and self.kept.is_dir() else []
        newest = sorted(((f.stat(), f) for f in files), key=lambda pair: -pair[0].st_mtime)
        total = 0
        for stat, file in newest:
            total += stat.st_size
            if total > MOST:
                file.unlink(missing_ok=True)

    def _key(
        self, template: str, data: Mapping[str, Any], today: date, parts: Iterable[Part]
    ) -> str:
        """The digest of everything that a PDF is made of."""
        content = json.dumps(data, ensure_ascii=False)
        whole = "\0".join((self._made_by, template, today.isoformat(), content))
        key = hashlib.sha256(whole.encode("utf-8", "replace"))
        for name in sorted(set(PICTURE.findall(content))):
            file = self.docs / json.loads(name).lstrip("/")
            key.update(file.read_bytes() if file.is_file() else b"")
        for _, element in parts:
            key.update("\0".join(words_of(element)).encode("utf-8", "replace"))
        return key.hexdigest()

    @cached_property
    def _made_by(self) -> str:
        """Templates, fonts, code and engines."""
        engines = [f"{name} {version(name)}" for name in _ENGINES]
        return " ".join([digest([self.templates, Path(__file__).parent]), *engines])


def _unsealed(file: Path) -> bytes | None:
    """A kept PDF; None where there is none, or where it is not as it was written."""
    try:
        content = file.read_bytes()
        os.utime(file)
    except OSError:
        return None
    seal, pdf = content[:_SEAL], content[_SEAL:]
    return pdf if hashlib.sha256(pdf).digest() == seal else None


def _keep(file: Path, pdf: bytes) -> None:
    """Keep a PDF. A disk that is full or cannot be written to only makes the next build slower."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=file.parent, suffix=".new", delete=False) as new:
            new.write(hashlib.sha256(pdf).digest() + pdf)
        Path(new.name).replace(file)
