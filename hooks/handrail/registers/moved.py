"""Pages at old addresses: each sends readers on, on any server and without script.

A script, where there is one, takes along the part of the address after #.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from html import escape

from handrail.handbook import Handbook
from handrail.moved import is_old_path
from handrail.page import Page
from handrail.policy import with_policy

SCRIPT = "assets/javascripts/moved.js"
"""What takes along the part after #, from the site's root."""


def files(handbook: Handbook) -> Iterator[tuple[str, Callable[[], str]]]:
    """(path in the site, what makes its HTML) for each old address at which nothing stands now."""
    for old, uri in handbook.moved.items():
        if is_old_path(old) and old not in handbook.files:
            address = handbook.address(old)
            name = f"{address}index.html" if handbook.folders else address
            yield name, partial(_page, old, handbook.page[uri], handbook)


def _page(old: str, page: Page, handbook: Handbook) -> str:
    way = escape(handbook.way(old, page.uri))
    canonical = escape(handbook.url + handbook.address(page.uri)) if handbook.url else way
    title = escape(page.title)
    return with_policy(f"""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Moved: {title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="canonical" href="{canonical}">
<script src="{escape(handbook.way(old, SCRIPT))}" data-to="{way}"></script>
<noscript><meta http-equiv="refresh" content="0; url={way}"></noscript>
</head>
<body>
<main>
<h1>This page has moved</h1>
<p>It is now at <a href="{way}">{title}</a>.</p>
</main>
</body>
</html>
""")
