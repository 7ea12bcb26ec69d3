"""Which addresses a drawing or its words may link to."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

_SAFE_SCHEMES = {"", "http", "https", "mailto", "tel"}


@lru_cache(maxsize=20_000)
def safe_address(href: str) -> str:
    """`href` where it leads to a page, a mail or a phone; empty where it could run a program.

    Browsers ignore control characters and spaces in a scheme, so they are taken out first.
    """
    bare = re.sub(r"[\x00-\x20\x7f-\x9f\u2028\u2029]", "", href)
    try:
        scheme = urlsplit(bare).scheme.lower()
    except ValueError:
        return ""
    before = re.split(r"[/?#]", bare, maxsplit=1)[0]
    if scheme not in _SAFE_SCHEMES or (not scheme and ":" in before):
        return ""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", "", href).strip().replace(" ", "%20")
