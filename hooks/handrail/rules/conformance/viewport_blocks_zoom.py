"""Readers can enlarge the page on their phone.

People with poor sight enlarge a page with two fingers. A viewport that forbids it, or allows less
than twice the size, shuts them out.

WCAG 2.2, 1.4.4 Resize Text; CSS Device Adaptation. ACT rule b4f0c3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handrail.access.facts import facts_of
from handrail.access.quoting import cut
from handrail.finding import Fault
from handrail.html import Document

ID = "viewport-blocks-zoom"
LEVEL = "error"
ACT = ("b4f0c3",)
LOOKS_AT = frozenset(("meta",))

_PAIR = re.compile(r"([^\s,;=]+)\s*=\s*([^\s,;=]+)")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)")
_SCALES = {"yes": 1.0, "no": 0.1, "device-width": 10.0, "device-height": 10.0}
_FREE = frozenset(("yes", "device-width", "device-height"))
_LEAST = 2


def check_html(document: Document) -> Iterator[Fault]:
    """Find viewports that keep people from enlarging the page."""
    if not document.whole:
        return
    for meta in facts_of(document).html("meta"):
        if (meta.attr("name") or "").strip().lower() == "viewport":
            content = (meta.attr("content") or "").lower()
            settings = dict(_PAIR.findall(content[:2000]))
            for name, blocks in (("user-scalable", _forbids), ("maximum-scale", _limits)):
                if name in settings and blocks(settings[name]):
                    yield Fault(
                        document.place(meta),
                        f'"{name}={cut(settings[name])}" keeps people from enlarging the page',
                        f"remove {name} from the viewport",
                    )


def _forbids(value: str) -> bool:
    """Whether `user-scalable` says no. A number between -1 and 1 does too, or an unknown word."""
    number = _number(value)
    return value not in _FREE if number is None else -1 < number < 1


def _limits(value: str) -> bool:
    """Whether `maximum-scale` is too small. A negative one does not count."""
    number = _number(value)
    scale = _SCALES.get(value, 0.1) if number is None else number
    return 0 <= scale < _LEAST


def _number(value: str) -> float | None:
    """The number that `value` starts with, as browsers read it."""
    found = _NUMBER.match(value)
    return float(found.group(0)) if found else None
