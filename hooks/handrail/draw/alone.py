"""Each drawn pathway as a picture of its own, to open by itself, enlarge and move about: a browser
does that without any script. It is cut out of the page as rendered, so it is not drawn twice."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping

from handrail.address import page_address

_DRAWN = re.compile(
    r'<figure\b[^>]*\bid="(?P<name>pathway-\d+)"[^>]*>(?:(?!</figure>).)*?'
    r"(?P<tag><svg xmlns[^>]*>)(?P<rest>.*?</svg>)",
    re.DOTALL,
)
_FONT = "AtkinsonHyperlegibleNext"
_WEIGHTS = {400: "Regular", 700: "Bold"}


def drawing_path(uri: str, name: str, folders: bool = True) -> str:
    """Where the picture of a page's pathway stands on the site: beside the page's own HTML."""
    page = page_address(uri, folders)
    return f"{page}{name}.svg" if folders else f"{page.removesuffix('.html')}-{name}.svg"


def drawings(pages: Mapping[str, str], folders: bool = True) -> Iterator[tuple[str, str]]:
    """(path in the site, SVG) of every pathway that is drawn in the HTML of `pages`."""
    for uri, html in pages.items():
        page = "./" if folders else posixpath.basename(page_address(uri, folders))
        for found in _DRAWN.finditer(html):
            path = drawing_path(uri, found["name"], folders)
            rest = found["rest"].replace(' href="#', f' href="{page}#')
            yield path, f"{found['tag']}{_fonts(path)}{rest}\n"


def _fonts(path: str) -> str:
    """A picture opened by itself has none of the site's style sheets."""
    root = "../" * path.count("/")
    faces = "".join(
        f"@font-face{{font-family:'Atkinson Hyperlegible Next';font-weight:{weight};"
        f"src:url({root}assets/fonts/{_FONT}-{name}.woff2)}}"
        for weight, name in _WEIGHTS.items()
    )
    return f"<style>{faces}</style>"
