"""Pages made ready for the second way to print: what is not shown is left out, and what WeasyPrint
would tag wrongly or leave out is put in a form that it tags rightly.

`soup` is the whole document as the plugin has it, a BeautifulSoup.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from handrail.publish.paper.drawings import UNDRAWN, told

_SVG = "http://www.w3.org/2000/svg"
BREAK = "\u200b"
"""Where a line may break in a word."""
_LEFT_OUT = "[hidden], script, .no-print, .hr-print, .hr-glance, .hr-facts, .hr-standing, .hr-box"
"""What the site's pages have around the writers' words, and paper has no use for."""
_APART = ["br", "div", "p", "li", "td", "th", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6"]
"""Elements whose words do not run on into those after them."""
_BLOCKS = "p, div, table, pre, blockquote, details, dl, figure, hr, h1, h2, h3, h4, h5, h6"
"""Blocks that cannot stand in an item of a list as they are."""


def make_ready(soup: Any, language: str, about: Mapping[str, str]) -> None:
    """The document with its language, and what is known `about` it by the names of HTML (`title`,
    `author` ...), before contents are made of its headings."""
    for part in soup.select(_LEFT_OUT):
        part.extract()
    _introduce(soup, language, about)
    _open_tabs(soup)
    _prepare_headings(soup)
    _tell_undrawn(soup)
    _prepare_pictures(soup)
    for item in soup.select("li"):
        if item.select_one(f":scope > :is({_BLOCKS})"):
            _give_body(item, soup)


def prepare_links(soup: Any, site: str) -> None:
    """A link holds words and nothing else, those in the contents too, because WeasyPrint makes each
    part of it a link of its own that is tagged as none; and it leads to this document, or to a file
    on the `site`."""
    places = {f"#{part['id']}" for part in soup.select("[id]")}
    for link in soup.select("a[href]:not(svg a)"):
        if link["href"].startswith("#") and link["href"] not in places:
            _lead_to_site(link, site)
        for part in link.find_all(True):
            if part.name in ("img", "svg", "embed"):
                link.insert_before(part.replace_with(part.get("alt", "")))
            elif part.name == "wbr":
                part.replace_with(BREAK)
            else:
                if part.name in _APART:
                    part.insert_after(" ")
                part.unwrap()


def _introduce(soup: Any, language: str, about: Mapping[str, str]) -> None:
    """The plugin takes the head of the first page for that of the document, without a language."""
    soup.html["lang"] = language
    soup.title.string = about["title"]
    for name, content in about.items():
        for old in soup.select(f'meta[name="{name}"]'):
            old.extract()
        soup.head.append(soup.new_tag("meta", attrs={"name": name, "content": content}))


def _open_tabs(soup: Any) -> None:
    """Each tab is named above its content; the plugin names them all above the first."""
    for tabs in soup.select(".tabbed-set"):
        labels = tabs.select(":scope > .tabbed-labels > label")
        blocks = tabs.select(":scope > .tabbed-content > .tabbed-block")
        for label, block in zip(labels, blocks, strict=True):
            label.name, label.attrs = "p", {"class": "tabbed-name"}
            block.insert(0, label.extract())
        for button in tabs.select(":scope > input"):
            button.extract()
        tabs["class"] = []


def _prepare_headings(soup: Any) -> None:
    """Contents can lead to each heading, and take no words away as they do with links."""
    for number, heading in enumerate(soup.select("h1, h2, h3")):
        heading["id"] = heading.get("id") or f"heading-{number}"
        for link in heading.select("a"):
            link.unwrap()


def _tell_undrawn(soup: Any) -> None:
    """What a diagram shows, in place of its source, where only a reader's browser can draw it."""
    for diagram in soup.select(".mermaid"):
        words, diagram["class"] = told(diagram.get_text()), "admonition"
        diagram.clear()
        for role, text in (("admonition-title", UNDRAWN), ("", words)):
            diagram.append(soup.new_tag("p", attrs={"class": role}, string=text))


def _prepare_pictures(soup: Any) -> None:
    """Drawings have their description in words, and decorations are no figures."""
    # The plugin puts the page before the names of parts, but not where a drawing refers to them.
    for part in soup.select("svg [id]"):
        part["id"] = part["id"].rpartition(":")[2]
    for drawing in soup.select("svg[aria-label]:not(:has(> title))"):
        drawing.insert(0, soup.new_tag("title", string=drawing["aria-label"]))
    for drawing in soup.select("svg:has(> title):has(> desc)"):
        drawing.title.append(f". {drawing.desc.get_text()}")
    for drawing in soup.select("svg:not(:has(> title)):not(svg svg)"):
        # The plugin reads in small letters what SVG as a file must have in both.
        drawing.attrs |= {"xmlns": _SVG, "viewBox": drawing.get("viewbox", "")}
        code = b64encode(str(drawing).encode()).decode()
        drawing.replace_with(soup.new_tag("embed", src=f"data:image/svg+xml;base64,{code}"))
    for picture in soup.select("img"):
        if not picture.get("alt"):
            picture.name = "embed"
    # WeasyPrint loses what follows bold words in a line of a drawing.
    for bold in soup.select("svg tspan > tspan"):
        if isinstance(bold.next_sibling, str):
            bold.next_sibling.wrap(soup.new_tag("tspan"))


def _lead_to_site(link: Any, site: str) -> None:
    """The plugin writes `#folder/file.csv/:` for a file beside the pages."""
    file = unquote(link["href"][1:].partition(":")[0]).rstrip("/")
    if site and file:
        link["href"] = f"{site.rstrip('/')}/{file}"
    else:
        del link["href"]


def _give_body(item: Any, soup: Any) -> None:
    """An item with a body, or WeasyPrint tags the blocks in it as neither mark nor body. It makes
    the body of `dd`."""
    body = soup.new_tag("dd")
    for part in list(item.contents):
        body.append(part.extract())
    item.append(body)
