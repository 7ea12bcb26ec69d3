"""No word of a page may be missing from the paper, and no word is said to be that is there."""

from dataclasses import replace

import pytest
from paper import TEMPLATES, book_of, page
from protocol import ROOT, handbook

from handrail.handbook import Entry
from handrail.html import parse_fragment
from handrail.publish.book import print_book
from handrail.publish.completeness import check_complete, check_words, words_of
from handrail.publish.press import Press
from handrail.publish.typeset import CannotPrint

pytestmark = pytest.mark.pdf


def checked(pdf: bytes, html: str) -> None:
    """Compare a PDF with HTML."""
    document = parse_fragment(html, "docs/index.md")
    check_complete(pdf, [(document, document.root)])


def test_a_lost_word_is_named_with_its_line():
    pdf = book_of("The plan is agreed and signed.\n")
    with pytest.raises(CannotPrint) as error:
        checked(pdf, '<p data-line="9">The plan is agreed within ten days and signed.</p>')
    assert str(error.value) == 'docs/index.md:9: words would be lost in print: "within ten days"'


def test_a_word_lost_in_one_of_two_places_is_named_where_it_is_lost():
    pdf = book_of("Phone the school.\n\nTell the nurse.\n")
    with pytest.raises(CannotPrint, match=r"docs/index.md:7: .*\"school\""):
        checked(pdf, '<p data-line="5">Phone the school.</p><p data-line="7">Tell the school.</p>')


def test_words_lost_in_two_places_are_named_where_most_are_lost():
    pdf = book_of("Agree the visit.\n")
    with pytest.raises(CannotPrint, match=r"docs/index.md:7: .*\"tell family today why\""):
        checked(
            pdf,
            '<p data-line="5">Agree the visit today.</p>'
            '<p data-line="7">Tell the family today why.</p>',
        )


def test_words_beyond_the_edge_of_the_paper_are_lost(tmp_path):
    for file in TEMPLATES.glob("*.typ"):
        text = file.read_text("utf-8").replace("breakable: node.breaks", "breakable: false")
        (tmp_path / file.name).write_text(text, "utf-8")
    (tmp_path / "fonts").symlink_to(TEMPLATES / "fonts")
    rows = "<br>".join(f"row{n}" for n in range(200))
    protocol = handbook({"index.md": page(f"| A | B |\n|---|---|\n| x | {rows} |\n")})
    protocol = replace(protocol, menu=(Entry("", "index.md"),))
    with pytest.raises(CannotPrint, match=r"words would be lost in print: \"row\d+"):
        print_book(protocol, Press(tmp_path, ROOT / "docs"))


SET_OTHERWISE = {
    "ligatures": "The office staff find efficient affluent waffles.",
    "a long address": f"Go to https://example.org/{'a-long-way/' * 20} now.",
    "a word without end": f"Word: {'donaudampfschiff' * 30}.",
    "a hyphen at the end of a line": "This is a long-term life-limiting illness. " * 30,
    "a hyphen at the end of a cell": "| A | B |\n|---|--:|\n"
    + "".join(f"| {'seen-by-colleagues ' * (n % 9 + 1)} | {n} |\n" for n in range(90)),
    "a hyphen before the same word": "| A | B | C |\n|---|---|---|\n"
    + "| a well-known parent- | parent | parent-to-be parent |\n" * 30,
    "short words in a long line of code": f"```\n{'social care colleagues ' * 40}\n```\n",
    "soft hyphens": "An extra\u00adordi\u00adnary meet\u00ading. " * 30,
    "footnotes": "One[^1], two[^2], one[^1].\n\n[^1]: Note one[^2].\n[^2]: Note two.\n",
    "a footnote after a number": "Within 5[^1] days.\n\n[^1]: Local target.\n",
    "letters put together from two signs": "Nguyễn Thị Hương and x̄.",
    "letters in several forms": "ﬁnd ½ x² Ⅳ ℅ ™.",
    "right to left": "Names: שלום עולם and محمد الأحمد.",
    "Arabic and its like": "سلام، الإسلام والآن. اردو میں ہے۔ این پرونده. ښه راغلاست.",
    "Arabic with its vowels": "بِسْمِ اللّٰهِ، مَرْحَبًا بِكُمْ فِي الْخِدْمَةِ الِاجْتِمَاعِيَّةِ.",
    "signs that Arabic joins in several ways": "الاجتماعي والمستشفى والمحكمة. هستید، که.",
    "Hebrew with its vowels": "שָׁלוֹם עֲלֵיכֶם. מוגבלות, התקשרו אלינו: בית־ספר.",
    "right to left over several lines": f"{'الوالدان والطفل והמשפחה ' * 30}.",
    "right to left in narrow columns": "| A | B |\n|---|---|\n" + "| العَرَبِيَّةُ | עִבְרִית |\n" * 3,
    "numbers beside words": "1. in\n    1. nested\n2. out\n",
    "long code": f"```\n{'x' * 300}\n{'word ' * 300}\n```\n",
    "narrow columns": "|"
    + " safeguarding.team@children.example.org |" * 8
    + "\n|"
    + "---|" * 8
    + "\n",
}


@pytest.mark.parametrize("kind", SET_OTHERWISE)
def test_what_is_only_set_otherwise_is_not_lost(kind):
    book_of(f"# Words\n\n{SET_OTHERWISE[kind]}\n")


def test_a_lost_word_from_right_to_left_is_named_as_it_is_written():
    pdf = book_of("مرحبا بكم في المدرسة. שלום.\n")
    with pytest.raises(CannotPrint, match='"المستشفى עולם"'):
        checked(pdf, "<p>مرحبا بكم في المستشفى. שלום עולם.</p>")


PARTED = "<p>The authority agrees.</p><p>A drawing.</p>"


def test_a_word_that_goes_on_after_a_page_with_a_drawing_is_not_lost():
    document = parse_fragment(PARTED, "docs/index.md")
    check_words([(document, document.root)], "The author\x02\nA drawing.\nity agrees.")


@pytest.mark.parametrize("text", [
    "The author\x02\nA drawing.\nagrees.",  # the rest is missing
    "The author\nA drawing.\nity agrees.",  # nothing says that it goes on
])  # fmt: skip
def test_half_a_word_is_no_word(text):
    document = parse_fragment(PARTED, "docs/index.md")
    with pytest.raises(CannotPrint):
        check_words([(document, document.root)], text)


def test_half_a_word_does_not_stand_for_two():
    document = parse_fragment("<p>The authority asks the authority.</p>", "docs/index.md")
    with pytest.raises(CannotPrint):
        check_words([(document, document.root)], "The author\x02ity asks the. ity")


def test_only_words_for_readers_of_paper_count():
    document = parse_fragment(
        '<h1>Law<a class="headerlink" href="#law">¶</a></h1>'
        '<p class="no-print">Screen</p><p hidden>Hidden</p><script>code</script>'
        '<p>Read<sup><a class="footnote-ref" href="#fn:1">1</a></sup> this</p>',
        "docs/index.md",
    )
    assert words_of(document.root) == ["law", "read", "this"]
