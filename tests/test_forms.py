"""The publisher chooses how PDFs look and which there are."""

from dataclasses import fields, replace

import pytest
from paper import PRESS, attributes_of, book, marks_of, page, pages_of, places_of, text_of
from protocol import ROOT, SETTINGS, handbook
from test_sheets import FILES, URI, letter_sizes
from test_sheets import URL as SITE

from handrail.handbook import Entry
from handrail.printing import FORMS, Logo, Printing, WrongSetting, read_printing
from handrail.publish.forms import print_forms
from handrail.publish.pages import page_view
from handrail.publish.typeset import CannotPrint
from handrail.publish.uris import print_uris

TABLE = "| Who | When | How |\n|---|---|---|\n| A nurse | Today | By phone |\n"
BOOK = {
    "index.md": page(f"# Start\n\nWords[^n] of the start.\n\n{TABLE}\n\n[^n]: A note.\n"),
    "next.md": page("# Next\n\nSee [the start](index.md).\n"),
}
MENU = (
    Entry("Start", "index.md"),
    Entry("Pathways", "", (Entry("First contact", URI),)),
    Entry("For parents", "next.md"),
)
POINTS = 72 / 25.4


def chosen(**choices):
    """Settings with these choices for paper."""
    return replace(SETTINGS, printing=Printing(**choices))


def forms(*names: str, **choices) -> dict[str, bytes]:
    """The forms of a small protocol, by their names in the folder of forms."""
    settings = chosen(forms=names, **choices)
    protocol = handbook(FILES | BOOK, url=SITE, menu=MENU, settings=settings)
    made = print_forms(protocol, [protocol.page[URI]], PRESS)
    return {uri.removeprefix("pdf/forms/"): pdf for uri, pdf in made}


def sizes(pdf: bytes) -> set[tuple[int, int]]:
    """Width and height of the pages in millimetres."""
    import pypdfium2

    return {
        tuple(round(length / POINTS) for length in paper.get_size())
        for paper in pypdfium2.PdfDocument(pdf)
    }


# Settings ----------------------------------------------------------------------------------------


def test_without_settings_there_are_the_book_and_the_sheets():
    assert read_printing({}) == Printing()
    assert Printing().forms == ()


def test_every_choice_is_read():
    logo = {"file": "logo.svg", "alt": "Example Council"}
    values = {
        "paper": "letter",
        "colour": "#5A0B2E",
        "logos": [logo],
        "parts": ["contents"],
        "numbering": False,
        "hyphenation": False,
        "large_print": True,
        "forms": ["pack", "large-print"],
        "booklet": "Parents",
    }
    assert read_printing(values) == Printing(
        "letter",
        "#5a0b2e",
        (Logo(**logo),),
        ("contents",),
        False,
        False,
        True,
        ("large-print", "pack"),
        "Parents",
    )


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([], "print: needs lines below it"),
        ({"papers": "a4"}, "print: papers: is not a setting; did you mean paper?"),
        ({"paper": "a3"}, '"a3" is not one of a4, letter'),
        ({"colour": "blue"}, '"blue" is not a colour such as "#0b4a63"'),
        ({"colour": "#7fb2ff"}, "#7fb2ff is too pale to be read: its contrast is 1.9 to 1"),
        ({"logos": ["logo.svg"]}, "logos: each needs file:"),
        ({"logos": [{"file": "logo.svg"}]}, "logos: each needs file:"),
        ({"logos": [{"file": "logo.svg", "alt": " "}]}, "logos: alt: needs words"),
        ({"logos": [{"file": "../logo.svg", "alt": "A"}]}, "is not an svg, png or jpg in the docs"),
        ({"logos": [{"file": "logo.pdf", "alt": "A"}]}, "is not an svg, png or jpg in the docs"),
        ({"parts": "cover"}, "parts: needs a list"),
        ({"parts": ["preface"]}, '"preface" is not one of cover, control, contents, register'),
        ({"numbering": "no"}, '"no" is neither true nor false'),
        ({"forms": ["braille"]}, f'"braille" is not one of {", ".join(FORMS)}'),
    ],
)
def test_a_wrong_choice_is_refused_in_a_plain_sentence(values, said):
    with pytest.raises(WrongSetting) as error:
        read_printing(values)
    assert said in str(error.value)


def test_the_settings_name_every_choice_and_form_for_publishers():
    lines = (ROOT / "mkdocs.yml").read_text("utf-8").split("    print:")[1].split("\n\n")[0]
    names = [field.name for field in fields(Printing)]
    assert [name for name in (*names, *FORMS) if name not in lines] == []


# The book ----------------------------------------------------------------------------------------


@pytest.mark.pdf
def test_a_book_has_the_paper_that_is_chosen():
    assert sizes(book(BOOK, settings=chosen(paper="letter"))) == {(216, 279)}


@pytest.mark.pdf
def test_chapters_go_without_numbers_and_parts_are_left_out():
    settings = chosen(numbering=False, parts=())
    pdf = book(BOOK, settings=settings)
    assert [title for _, title in marks_of(pdf)] == ["Start", "Next"]
    assert "Document control" not in text_of(pdf)
    assert "1 Start" not in text_of(pdf)


@pytest.mark.pdf
def test_a_logo_is_on_the_cover_with_its_words(tmp_path):
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9"/></svg>'
    )
    (tmp_path / "logo.svg").write_text(drawing)
    settings = chosen(logos=(Logo("logo.svg", "Example Council"),))
    assert attributes_of(book(BOOK, tmp_path, settings=settings), "Figure", "/Alt") == [
        "Example Council"
    ]


@pytest.mark.pdf
def test_a_logo_that_is_not_there_is_named(tmp_path):
    settings = chosen(logos=(Logo("logo.svg", "Example Council"),))
    with pytest.raises(CannotPrint, match=r'mkdocs.yml: .* there is no picture "logo.svg"'):
        book(BOOK, tmp_path, settings=settings)


# On the site -------------------------------------------------------------------------------------


def test_a_page_leads_to_each_form_that_holds_it_with_its_type_and_size():
    settings = chosen(forms=("chapters", "pack", "booklet", "word", "epub"))
    protocol = handbook(FILES | BOOK, url=SITE, menu=MENU, settings=settings)
    made = dict.fromkeys(print_uris(protocol), 78_400)

    def leads_to(uri: str) -> list[str]:
        downloads = page_view(protocol, uri, (), made).downloads
        return [f"{d.words} ({d.kind}, {d.size})" for d in downloads]

    whole = [
        "The whole protocol (PDF, 78 KB)",
        "The whole protocol for Word (Word, 78 KB)",
        "The whole protocol for phones and e-readers (EPUB, 78 KB)",
    ]
    assert leads_to("index.md") == ["The chapter Start (PDF, 78 KB)", *whole]
    assert leads_to(URI) == [
        "This pathway as a sheet to print (PDF, 78 KB)",
        "All pathway sheets in one document (PDF, 78 KB)",
        "The chapter Pathways (PDF, 78 KB)",
        *whole,
    ]
    assert leads_to("next.md")[:2] == [
        "These pages as a booklet (PDF, 78 KB)",
        "The chapter For parents (PDF, 78 KB)",
    ]


# Forms -------------------------------------------------------------------------------------------


@pytest.mark.pdf
def test_large_print_has_no_letter_below_sixteen_points_and_lists_for_wide_tables():
    made = forms("large-print")["large-print.pdf"]
    assert "Who: A nurse When: Today How: By phone" in text_of(made)
    settings = chosen(large_print=True)
    plain = {uri: text.replace("[^n]", "", 1) for uri, text in BOOK.items()}  # no raised numbers
    plain["index.md"] = plain["index.md"].replace("[^n]: A note.", "<small>A note.</small>")
    assert min(letter_sizes(book(plain, settings=settings))) >= 16


@pytest.mark.pdf
def test_each_top_line_of_the_menu_is_a_chapter_with_its_number_in_the_book():
    made = forms("chapters")
    assert list(made) == [
        "chapters/01-start.pdf",
        "chapters/02-pathways.pdf",
        "chapters/03-for-parents.pdf",
    ]
    assert "3 Next" in text_of(made["chapters/03-for-parents.pdf"])
    assert "3 Next" in [title for _, title in marks_of(made["chapters/03-for-parents.pdf"])]


@pytest.mark.pdf
def test_the_booklet_is_small_and_holds_one_line_of_the_menu():
    booklet = forms("booklet")["booklet.pdf"]
    assert sizes(booklet) == {(148, 210)}
    assert "See the start" in text_of(booklet)
    assert "Words of the start" not in text_of(booklet)


@pytest.mark.pdf
def test_the_foot_of_a_booklet_has_one_line():
    (booklet,) = forms("booklet").values()
    lines = [line for n in range(2, len(pages_of(booklet)) + 1) for line in places_of(booklet, n)]
    assert any(line.endswith("Printed 21 November 2026") for line in lines)
    assert not any("Example Council" in line for line in lines)


def test_a_booklet_of_a_line_that_is_not_in_the_menu_is_refused():
    with pytest.raises(CannotPrint, match='the menu has no line "Parents" at its top'):
        forms("booklet", booklet="Parents")


@pytest.mark.pdf
def test_posters_cards_and_the_pack_have_stable_names():
    assert sorted(forms("posters", "cards", "pack")) == [
        "cards/pathways/first-contact.pdf",
        "pathway-sheets.pdf",
        "posters/pathways/first-contact.pdf",
    ]


@pytest.mark.pdf
def test_sheets_and_posters_have_the_paper_that_is_chosen():
    made = forms("posters", "pack", paper="letter")
    assert sizes(made["pathway-sheets.pdf"]) == {(216, 279)}
    assert sizes(made["posters/pathways/first-contact.pdf"]) == {(432, 279)}
    assert len(pages_of(made["pathway-sheets.pdf"])) == 1


@pytest.mark.pdf
@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_every_form_meets_the_standard_and_comes_out_the_same_twice(form, tmp_path):
    from verapdf import check

    made = forms(form)
    assert made
    assert made == forms(form)
    for number, uri in enumerate(uri for uri in made if uri.endswith(".pdf")):
        file = tmp_path / f"{number}.pdf"
        file.write_bytes(made[uri])
        assert check(file).faults == ()
