"""Whole web pages, as against the content of one and as against files that only hold a drawing."""

from __future__ import annotations

import re

from handrail.html import Document, Element

_OTHER_ROOT = re.compile(
    r"\s*(?:(?:<\?[^>]*>|<!--(?:(?!-->).)*-->|<!DOCTYPE\s+(?:svg|math)\b[^>]*>)\s*)*<(?:svg|math)[\s>]",
    re.IGNORECASE | re.DOTALL,
)


def page_element(document: Document) -> Element | None:
    """The `<html>` element of a web page; None for a part of one, a drawing or a formula."""
    if not document.whole or _OTHER_ROOT.match(document.source):
        return None
    return document.root.select_one("html")
