"""How the Word copy looks: the document whose styles, paper, head and foot Pandoc takes over."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape

from handrail.publish.paper.exchange import PASSAGE, WORDS

_PAPERS = {"a4": (11906, 16838), "letter": (12240, 15840)}
"""Width and height in twentieths of a point."""
_MARGIN = 1417
"""Twentieths of a point at each edge, as in the book."""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{_OFFICE}"'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="767676"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TABLE = re.compile(r'(<w:style [^>]*w:styleId="Table"[^>]*>.*?)(<w:tblCellMar>)', re.DOTALL)
_SECTION = re.compile(r"<w:sectPr>(.*?)</w:sectPr>", re.DOTALL)


@dataclass(frozen=True)
class Edges:
    """What stands around the text of each page."""

    title: str
    """Above it, but not on the first page, which opens with the title."""
    foot: str
    """Below it, beside the page's number."""
    paper: str
    """`a4` or `letter`."""


def reference(usual: bytes, edges: Edges, languages: Iterable[str]) -> bytes:
    """Pandoc's usual document with lines in tables, a style for each language of a passage, the
    paper, and what stands around the text. The same bytes each time."""
    changed = {
        "word/styles.xml": lambda text: _styled(text, edges, languages),
        "word/document.xml": lambda text: _SECTION.sub(_section(edges), text),
        "word/_rels/document.xml.rels": lambda text: text.replace(
            "</Relationships>", f"{_links()}</Relationships>"
        ),
        "[Content_Types].xml": lambda text: text.replace("</Types>", f"{_types()}</Types>"),
    }
    old, new = zipfile.ZipFile(io.BytesIO(usual)), io.BytesIO()
    with zipfile.ZipFile(new, "w") as parts:
        for name in old.namelist():
            text = old.read(name)
            text = changed[name](text.decode()).encode() if name in changed else text
            parts.writestr(zipfile.ZipInfo(name), text)  # without the time of the day
        for part, words in (("header", _words(edges.title)), ("footer", _foot(edges))):
            parts.writestr(zipfile.ZipInfo(f"word/{part}1.xml"), _edge(part, words))
    return new.getvalue()


def _styled(styles: str, edges: Edges, languages: Iterable[str]) -> str:
    """Word's styles with lines in tables, one for each language of a passage, and for the edges."""
    styles = _TABLE.sub(rf"\1<w:tblBorders>{_BORDERS}</w:tblBorders>\2", styles, count=1)
    spoken = "".join(
        f'<w:style w:type="{kind}" w:customStyle="1" w:styleId="{name.replace(" ", "")}">'
        f'<w:name w:val="{name}"/><w:rPr><w:lang w:val="{code}"/></w:rPr></w:style>'
        for code in sorted(languages)
        for kind, name in (("paragraph", f"{PASSAGE} {code}"), ("character", f"{WORDS} {code}"))
    )
    right = _PAPERS[edges.paper][0] - 2 * _MARGIN
    around = "".join(
        f'<w:style w:type="paragraph" w:styleId="{part.title()}"><w:name w:val="{part}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr><w:tabs><w:tab w:val="right" w:pos="{right}"/></w:tabs>'
        '<w:spacing w:after="0"/></w:pPr><w:rPr><w:color w:val="555555"/><w:sz w:val="18"/></w:rPr>'
        "</w:style>"
        for part in ("header", "footer")
    )
    return styles.replace("</w:styles>", f"{spoken}{around}</w:styles>")


def _section(edges: Edges) -> str:
    """The paper, and which head and foot its pages have, around what Pandoc says of notes."""
    width, height = _PAPERS[edges.paper]
    sides = " ".join(f'w:{side}="{_MARGIN}"' for side in ("top", "right", "bottom", "left"))
    return (
        f'<w:sectPr {_SPACES}><w:headerReference w:type="default" r:id="rIdHeader"/>'
        '<w:footerReference w:type="default" r:id="rIdFooter"/>'
        r'<w:footerReference w:type="first" r:id="rIdFooter"/>\1'
        f'<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar {sides} w:header="709" w:footer="709" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )


def _links() -> str:
    return "".join(
        f'<Relationship Type="{_OFFICE}/{part}" Id="rId{part.title()}" Target="{part}1.xml"/>'
        for part in ("header", "footer")
    )


def _types() -> str:
    return "".join(
        f'<Override PartName="/word/{part}1.xml" ContentType="{_TYPE}.{part}+xml"/>'
        for part in ("header", "footer")
    )


def _foot(edges: Edges) -> str:
    tab = "<w:r><w:tab/></w:r>"
    return (
        f"{_words(edges.foot)}{tab}{_words('Page ')}{_field('PAGE')}"
        f"{_words(' of ')}{_field('NUMPAGES')}"
    )


def _edge(part: str, words: str) -> str:
    tag = {"header": "hdr", "footer": "ftr"}[part]
    style = f'<w:pPr><w:pStyle w:val="{part.title()}"/></w:pPr>'
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<w:{tag} {_SPACES}><w:p>{style}{words}</w:p></w:{tag}>"
    )


def _words(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _field(name: str) -> str:
    """A number that Word counts."""
    return f'<w:fldSimple w:instr=" {name} ">{_words("1")}</w:fldSimple>'
