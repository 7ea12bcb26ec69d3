"""The protocol for Word and as an EPUB: the same words, as real headings, tables and notes."""

import io
import re
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from paper import PRESS, page
from PIL import Image
from protocol import SETTINGS, handbook
from test_sheets import FILES, URI
from test_sheets import URL as SITE

from handrail.handbook import Entry
from handrail.printing import Printing
from handrail.publish import convert
from handrail.publish.convert import print_epub, print_word
from handrail.publish.paper import exchange, fitting
from handrail.publish.typeset import CannotPrint

pytestmark = pytest.mark.pdf

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MENU = (Entry("Start", "index.md"), Entry("Pathways", "", (Entry("First contact", URI),)))
START = """\
# Start

See [who acts](pathways/first-contact.md#who-acts) and [the law](https://www.legislation.gov.uk/).

*Llywodraeth Cymru*{: lang=cy } asks[^n].

| Step | Limit |
|---|---|
| Visit | 5 days |

!!! danger "Now"

    Call 999.

1. Phone
2. Visit

[^n]: The note.
"""


def protocol(text: str = START, **fields):
    """A small protocol with a pathway."""
    files = FILES | {"index.md": page(text)}
    return handbook(files, menu=MENU, url=SITE, **fields)


@pytest.fixture(scope="module")
def word() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(print_word(protocol(), PRESS)))


@pytest.fixture(scope="module")
def epub() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(print_epub(protocol(), PRESS)))


def read(parts: zipfile.ZipFile, name: str) -> str:
    return parts.read(name).decode()


def pages(epub: zipfile.ZipFile) -> str:
    """All text of an EPUB as XHTML."""
    return "".join(read(epub, name) for name in epub.namelist() if name.endswith(".xhtml"))


def test_a_drawing_in_word_shows_its_words_as_the_site_does(word, monkeypatch):
    monkeypatch.setattr(fitting, "take_words", lambda svg, xml: (xml, []))
    drawn = zipfile.ZipFile(io.BytesIO(print_word(protocol(), PRESS)))
    assert _ink(word) == pytest.approx(_ink(drawn), rel=0.05)


def _ink(word: zipfile.ZipFile) -> int:
    """Dark dots of the largest picture."""
    pictures = [word.read(name) for name in word.namelist() if name.endswith(".png")]
    with Image.open(io.BytesIO(max(pictures, key=len))) as picture:
        return sum(picture.convert("L").histogram()[:128])


def test_word_has_real_headings_in_the_order_of_the_menu(word):
    root = ElementTree.fromstring(word.read("word/document.xml"))
    found = []
    for paragraph in root.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val", "").startswith("Heading"):
            words = " ".join(part.text for part in paragraph.iter(f"{W}t"))
            found.append((style.get(f"{W}val"), words))
    assert found[:5] == [
        ("Heading1", "Document control"),
        ("Heading2", "Pathways"),
        ("Heading1", "1 Start"),
        ("Heading1", "2 Pathways"),
        ("Heading2", "2.1 First contact"),
    ]


def test_word_has_tables_whose_head_is_repeated_and_seen(word):
    assert "<w:tblHeader" in read(word, "word/document.xml")
    assert "<w:tblBorders>" in read(word, "word/styles.xml")


def test_each_page_in_word_says_which_it_is_of_how_many_below_the_edition_of_the_book(word):
    section = ElementTree.fromstring(word.read("word/document.xml")).find(f".//{W}sectPr")
    links = read(word, "word/_rels/document.xml.rels")
    feet = {
        foot.get(f"{W}type"): foot.get(f"{R}id") for foot in section.iter(f"{W}footerReference")
    }
    assert feet.keys() == {"default", "first"}
    assert all(
        re.search(f'<[^>]*Id="{name}"[^>]*Target="footer1.xml"', links) for name in feet.values()
    )
    foot = ElementTree.fromstring(word.read("word/footer1.xml"))
    assert [field.get(f"{W}instr").strip() for field in foot.iter(f"{W}fldSimple")] == [
        "PAGE",
        "NUMPAGES",
    ]
    words = "".join(part.text for part in foot.iter(f"{W}t"))
    assert words == "Example Council \u00b7 Draft 1 \u00b7 Printed 21 November 2026Page 1 of 1"
    assert "/word/footer1.xml" in read(word, "[Content_Types].xml")


def test_the_title_of_a_protocol_stands_above_every_page_in_word_but_the_first(word):
    section = ElementTree.fromstring(word.read("word/document.xml")).find(f".//{W}sectPr")
    heads = [head.get(f"{W}type") for head in section.iter(f"{W}headerReference")]
    assert (heads, section.find(f"{W}titlePg") is not None) == (["default"], True)
    assert "A protocol</w:t>" in read(word, "word/header1.xml")


@pytest.mark.parametrize(("paper", "width"), [("a4", "11906"), ("letter", "12240")])
def test_word_has_the_paper_of_the_book(paper, width):
    text = print_word(protocol(settings=replace(SETTINGS, printing=Printing(paper=paper))), PRESS)
    document = read(zipfile.ZipFile(io.BytesIO(text)), "word/document.xml")
    assert f'w:w="{width}"' in re.search("<w:pgSz[^>]*>", document)[0]


def test_word_has_notes_links_pictures_with_their_words_and_languages(word):
    document = read(word, "word/document.xml")
    assert "The note." in read(word, "word/footnotes.xml")
    assert "legislation.gov.uk" in read(word, "word/_rels/document.xml.rels")
    assert "First contact. Who answers a parent who asks for help" in document
    assert 'w:val="Wordsincy"' in document
    assert '<w:lang w:val="cy"' in read(word, "word/styles.xml")
    assert 'w:val="en-GB"' in read(word, "word/styles.xml")
    assert "<dc:title>A protocol</dc:title>" in read(word, "docProps/core.xml")


def test_a_picture_that_says_nothing_is_decoration_in_word(tmp_path):
    Image.new("RGB", (8, 8)).save(tmp_path / "line.png")
    text = START + "\n![](line.png)\n"
    made = print_word(protocol(text), replace(PRESS, docs=tmp_path))
    body = read(zipfile.ZipFile(io.BytesIO(made)), "word/document.xml")
    pictures = re.findall(r'descr="([^"]*)"[^>]*?(?:/>|>(.*?)</wp:docPr>)', body)
    assert {bool(alt) for alt, _ in pictures} == {True, False}
    assert all(("decorative" in inside) == (not alt) for alt, inside in pictures)


def test_word_and_epub_have_the_names_of_pathways_as_keywords(word, epub):
    keywords = re.search("<cp:keywords>(.*?)</cp:keywords>", read(word, "docProps/core.xml"))
    assert "First contact" in keywords[1]
    subjects = re.findall(r"<dc:subject[^>]*>(.*?)</dc:subject>", read(epub, "EPUB/content.opf"))
    assert "First contact" in subjects


def test_an_epub_has_contents_links_notes_and_languages(epub):
    html = pages(epub)
    assert 'lang="cy"' in html
    assert 'epub:type="noteref"' in html
    assert "<th><p>Step</p></th>" in html
    assert 'alt="First contact. Who answers a parent who asks for help"' in html
    assert "First contact" in read(epub, "EPUB/nav.xhtml")


def test_an_epub_says_how_it_can_be_read(epub):
    about = read(epub, "EPUB/content.opf")
    for said in ("alternativeText", "tableOfContents", "accessibilitySummary", "en-GB"):
        assert said in about


@pytest.mark.parametrize("make", [print_word, print_epub])
def test_the_same_protocol_gives_the_same_file(make):
    assert make(protocol(), PRESS) == make(protocol(), PRESS)


@pytest.mark.parametrize("make", [print_word, print_epub])
def test_a_word_that_the_converter_loses_stops_the_build(make, monkeypatch):
    monkeypatch.setitem(exchange._BLOCKS, "table", lambda *_: [])
    with pytest.raises(CannotPrint, match=r'words would be lost in print: ".*[Ss]tep'):
        make(protocol(), PRESS)


def test_without_pandoc_the_publisher_is_told_how_to_get_it(monkeypatch):
    monkeypatch.setattr(convert, "find_spec", lambda _: None)
    monkeypatch.setattr(convert, "which", lambda _: None)
    with pytest.raises(CannotPrint, match="word and epub need Pandoc; install it with pip install"):
        print_word(protocol(), PRESS)
