"""The indexes at the end of the book: where its terms and its laws come up."""

import pytest
from paper import book, links_of, marks_of, page, pages_of, text_of
from protocol import FRONT_MATTER

from handrail.handbook import Entry

pytestmark = pytest.mark.pdf

FILES = {
    "index.md": page(
        "# Start {#start}\n\n## Advocates {#advocates}\n\nAsk an advocate, or an IMCA.\n\n"
        "## Assessing {#assessing}\n\n"
        "[Section 17](law/act.md#section-17), [section 9](law/act.md#section-9) and "
        "[the Act](law/act.md).\n"
    ),
    "glossary.md": page(
        "# Glossary\n\n### Independent mental capacity advocate (IMCA) {#imca}\n\nWho speaks.\n\n"
        "### Advocate {#advocate}\n\nSomeone to help.\n\n### Threshold {#threshold}\n\nA line.\n",
        FRONT_MATTER.replace("section", "glossary"),
    ),
    "law/act.md": page(
        "# Example Act 2014\n\n## Section 9 {#section-9}\n\nNine.\n\n## Section 17 {#section-17}\n",
        FRONT_MATTER.replace("section", "legislation").replace("A page", "Example Act 2014"),
    ),
}
TITLES = ("Start", "Glossary", "Law")
MENU = tuple(Entry(title, uri) for title, uri in zip(TITLES, FILES, strict=True))


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return book(FILES, menu=MENU)


def number(pdf: bytes, words: str) -> int:
    """The page that holds the words of a page of the protocol."""
    return next(n for n, text in enumerate(pages_of(pdf), 1) if words in text)


def test_both_indexes_stand_at_the_end_and_in_the_bookmarks(pdf):
    assert [title for _, title in marks_of(pdf)][-2:] == ["Index of terms", "Index of law"]


def test_a_term_is_found_where_it_is_explained_and_where_it_is_used(pdf):
    index = text_of(pdf).split("Index of terms")[-1]
    explained, used = number(pdf, "Someone to help."), number(pdf, "Ask an advocate")
    assert f"Advocate: {explained}, {used}" in index
    assert f"Independent mental capacity advocate (IMCA): {explained}, {used}" in index
    assert f"Threshold: {explained}" in index


def test_a_law_is_found_with_its_provisions_in_their_order(pdf):
    index = text_of(pdf).split("Index of law")[-1]
    itself, cited = number(pdf, "Nine."), number(pdf, "Ask an advocate")
    assert f"Example Act 2014: {itself}, {cited} s 9: {cited} s 17: {cited}" in index


def test_a_list_of_many_laws_is_no_place_where_one_comes_up():
    laws = {f"law/{n}.md": FILES["law/act.md"].replace("2014", f"200{n}") for n in range(6)}
    links = "\n".join(f"- [Act](law/{n}.md)" for n in range(6))
    files = {"index.md": page(f"# Laws {{#laws}}\n\n{links}\n"), **laws}
    pdf = book(files, menu=tuple(Entry(uri, uri) for uri in files))
    index = text_of(pdf).split("Index of law")[-1]
    listed = number(pdf, "• Act")
    assert "Example Act 2005: " in index
    assert f", {listed}" not in index


def test_the_numbers_are_links(pdf):
    assert "name index.md#advocates" in links_of(pdf)


def test_a_book_without_glossary_and_law_has_no_index():
    assert "Index of" not in text_of(book({"index.md": page("# Start\n")}))
