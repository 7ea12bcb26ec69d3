"""Pages that reload or move on by themselves (HTML standard, shared declarative refresh steps)."""

from __future__ import annotations

import re

from handrail.access.facts import facts_of
from handrail.access.pages import page_element
from handrail.html import Document, Element

_TIME = re.compile(r"[ \t\n\f\r]*(?:(\d{1,18})|(?=\.))[\d.]*(?:[ \t\n\f\r;,]|\Z)")


def refresh_of(document: Document) -> tuple[Element, int] | None:
    """The first `<meta http-equiv="refresh">` that browsers obey, and its delay in seconds."""
    if page_element(document) is None:
        return None
    for meta in facts_of(document).html("meta"):
        if (meta.attr("http-equiv") or "").strip().lower() == "refresh":
            found = _TIME.match(meta.attr("content") or "")
            if found:
                return meta, int(found.group(1) or 0)
    return None
