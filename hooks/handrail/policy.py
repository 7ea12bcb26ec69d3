"""What a reader's browser may load and run on each page: its Content Security Policy.

Nothing but files of the site. Where a page has a script or style of its own, as pictures of
diagrams do, the policy names it by the digest of what it holds (W3C, Content Security Policy 3).
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from handrail.html import parse_whole

REFERRER = "same-origin"
"""Whom a browser tells which page a reader came from."""
_CHARSET = re.compile(r'<meta charset="utf-8"\s*/?>')
_DRAWS = "mermaid.min.js"
"""The script that draws diagrams in the browser. It makes styles as it goes."""
_DATA = re.compile(r"(?i)application/(ld\+)?json")
_MOST = 60
"""Digests that the header of a server has room for."""


@dataclass(frozen=True)
class Inline:
    """What a page itself holds that a browser runs or applies, as the policy names it."""

    scripts: frozenset[str] = frozenset()
    """Digests of scripts."""
    styles: frozenset[str] = frozenset()
    """Digests of style sheets."""
    attributes: frozenset[str] = frozenset()
    """Digests of `style` attributes."""
    draws: bool = False
    """True where the browser draws a diagram, whose styles nobody can know before."""

    def __or__(self, other: Inline) -> Inline:
        return Inline(
            self.scripts | other.scripts,
            self.styles | other.styles,
            self.attributes | other.attributes,
            self.draws or other.draws,
        )


def inline_of(html: str) -> Inline:
    """What one page, or one picture, holds."""
    document = parse_whole(html, "", scripts=False)
    scripts = (
        script.text
        for script in document.elements("script")
        if not script.attr("src") and not _DATA.fullmatch(script.attr("type") or "")
    )
    return Inline(
        frozenset(map(_digest, scripts)),
        frozenset(_digest(style.text) for style in document.elements("style")),
        frozenset(_digest(e.attr("style")) for e in document.elements() if e.attr("style")),
        any(_DRAWS in (script.attr("src") or "") for script in document.elements("script")),
    )


def policy(inline: Inline) -> str:
    """The policy for a page with these parts."""
    styles = [*sorted(inline.styles | inline.attributes)]
    styles += ["'unsafe-hashes'"] if inline.attributes else []
    if inline.draws or len(styles) > _MOST:
        styles = ["'unsafe-inline'"]
    return "; ".join(
        (
            "default-src 'none'",
            "base-uri 'none'",
            "font-src 'self'",
            "form-action 'none'",
            "img-src 'self' data:",
            "media-src 'self'",
            " ".join(["script-src 'self'", *sorted(inline.scripts)]),
            " ".join(["style-src 'self'", *styles]),
        )
    )


def with_policy(html: str) -> str:
    """A whole page with its policy at its head. Other sites that it links to are not told its
    address, which may be one of an intranet."""
    head = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy(inline_of(html))}">\n'
        f'<meta name="referrer" content="{REFERRER}">'
    )
    return _CHARSET.sub(lambda match: f"{match[0]}\n{head}", html, count=1)


def server_policy(pages: Iterable[str]) -> str:
    """The policy that a server sends with every page: what any of `pages` may do, and no other site
    may show them in a frame. Each page's own is stricter, and browsers hold to both."""
    whole = reduce(Inline.__or__, map(inline_of, pages), Inline())
    return f"{policy(whole)}; frame-ancestors 'self'"


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
