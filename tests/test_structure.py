"""What a screen reader is told of a PDF: order, headings, lists, tables, notes, languages."""

import pytest
from paper import book, book_of, marks_of, page, sheet
from structure import languages_of, structure_of
from test_sheets import FILES, URI, URL

from handrail.handbook import Entry

pytestmark = pytest.mark.pdf


def told(text: str, *tags: str) -> list[str]:
    """The words of all elements with these tags, after the pages before the first chapter."""
    elements = structure_of(book_of(text)).find("H1", *tags)
    at = next(n for n, e in enumerate(elements) if e.tag == "H1" and e.text.endswith("Page"))
    return [element.text for element in elements[at:] if element.tag in tags]


def test_everything_is_read_in_the_order_that_was_written():
    text = "# Page\n\nOne.\n\n- Two\n- Three\n\n| A | B |\n|---|---|\n| Four | Five |\n\nSix.\n"
    words = structure_of(book_of(text)).text
    places = [words.index(word) for word in ("One.", "Two", "Three", "Four", "Five", "Six.")]
    assert places == sorted(places)


def test_headings_have_their_levels_and_the_bookmarks_their_words():
    pdf = book_of("# Page\n\n## First *part*\n\n### Deeper\n\n## Second part\n")
    found = [(e.tag, e.text) for e in structure_of(pdf).find("H1", "H2", "H3")]
    assert found[-5:-1] == [
        ("H1", "1 Page"), ("H2", "First part"), ("H3", "Deeper"), ("H2", "Second part"),
    ]  # fmt: skip
    assert [title for _, title in marks_of(pdf)][2:6] == [
        "1 Page", "First part", "Deeper", "Second part",
    ]  # fmt: skip


def test_a_list_in_a_list_is_one_between_its_items():
    root = structure_of(book_of("# Page\n\n1. Phone\n    - the school\n2. Visit\n"))
    outer, inner = root.find("L")[-2:]
    assert [item.tag for item in outer.inside] == ["LI", "L", "LI"]
    assert inner.find("LBody")[0].text == "the school"
    assert [mark.text for mark in outer.find("Lbl")] == ["1.", "•", "2."]


ROWS = (
    "<table><tr><th>Who</th><th>By when</th></tr>"
    "<tr><th>School</th><td>Today</td></tr><tr><th>Health visitor</th><td>Friday</td></tr></table>"
)


def test_header_cells_say_whether_they_head_a_column_or_a_row():
    cells = structure_of(book_of(f"# Page\n\n{ROWS}\n")).find("TH")
    assert [(cell.text, cell.scope) for cell in cells[:4]] == [
        ("Who", "Column"), ("By when", "Column"), ("School", "Row"), ("Health visitor", "Row"),
    ]  # fmt: skip


def test_a_note_is_read_where_it_is_referred_to():
    notes = told("# Page\n\nSay so[^a].\n\n[^a]: In writing.\n", "Note")
    assert [note.rstrip(" 1") for note in notes] == ["In writing."]


def test_a_link_has_its_words():
    links = told("# Page\n\nSee [the Care Act](https://www.legislation.gov.uk/).\n", "Link")
    assert "the Care Act" in links


def test_words_in_another_language_say_which():
    pdf = book_of("# Page\n\n*Llywodraeth Cymru*{: lang=cy } and us.\n")
    assert languages_of(pdf) == [("cy", "Llywodraeth Cymru")]


def test_running_heads_page_numbers_and_lines_are_decoration():
    words = structure_of(book_of("# Page\n\nWords.\n\n---\n\nMore.\n")).text
    assert "Page 3 of" not in words
    assert words.count("Example Council") == 2  # on the cover and in document control


def test_the_contents_are_a_list_of_links_with_the_numbers_of_pages():
    files = {"index.md": page("# Start"), "law.md": page("# Law")}
    root = structure_of(book(files, menu=(Entry("Start", "index.md"), Entry("Law", "law.md"))))
    entries = [entry.text.rstrip(" 0123456789") for entry in root.find("TOCI")]
    assert entries == ["Document control", "Start", "Law", "Owners and review dates"]


def test_a_sheet_is_read_in_the_order_of_use():
    root = structure_of(sheet(FILES, URI, url=URL))
    figure = root.find("Figure")[0]
    assert figure.alt.startswith("First contact.")
    headings = [heading.text for heading in root.find("H1", "H2")]
    assert headings[0] == "First contact"
    assert headings.index("Steps") < headings.index("Contacts")
