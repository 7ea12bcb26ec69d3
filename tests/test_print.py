"""The book: what a writer wrote, in the order of the menu, as an accessible PDF."""

import os
import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest
from contrast import contrast
from paper import (
    PATHWAY,
    PRESS,
    attributes_of,
    book,
    book_of,
    colours_of,
    fonts_of,
    links_of,
    marks_of,
    page,
    pages_of,
    pictures_of,
    places_of,
    tags_of,
    text_of,
)
from PIL import Image
from protocol import FRONT_MATTER, SETTINGS, handbook
from structure import structure_of
from test_sheets import FILES, URI, long_pathway

from handrail.handbook import Entry
from handrail.printing import Printing
from handrail.publish.book import print_book
from handrail.publish.paper.extract import read_pages
from handrail.publish.typeset import UNCOPIED, CannotPrint

pytestmark = pytest.mark.pdf

CHAPTERS = {
    "index.md": page("# Start\n\nSee [the crisis pathway](pathways/crisis.md#who-acts)."),
    "pathways/index.md": page("# Pathways\n\nChoose one."),
    "pathways/crisis.md": page("# Crisis\n\n## Who acts\n\nThe crisis team."),
    "law.md": page("# Law\n\n[Section 47](https://www.legislation.gov.uk/id/ukpga/1989/41)."),
}
MENU = (
    Entry("Start", "index.md"),
    Entry("Pathways", "", (Entry("", "pathways/index.md"), Entry("Crisis", "pathways/crisis.md"))),
    Entry("Law", "law.md"),
)


WORDS = "Who was told, and what they said they would do about it, by when.\n\n"


def drawn(width: int, height: int) -> str:
    """A pathway's figure of this size in pixels, with letters of 16 and a line in each 60."""
    lines = "".join(
        f'<text x="9" y="{y}" font-size="16">Step at {y}</text>' for y in range(40, height, 60)
    )
    svg = f'<svg class="pathway-drawing" viewBox="0 0 {width} {height}" role="img"'
    return f'<figure class="pathway" id="p">{svg} aria-label="Who acts">{lines}</svg></figure>\n\n'


def test_chapters_follow_the_menu_and_are_numbered_and_bookmarked():
    assert marks_of(book(CHAPTERS, menu=MENU)) == [
        (1, "Document control"),
        (1, "Contents"),
        (1, "1 Start"),
        (1, "2 Pathways"),
        (2, "2.1 Crisis"),
        (3, "Who acts"),
        (1, "3 Law"),
        (1, "Owners and review dates"),
    ]


def test_a_bookmark_names_no_page():
    files = {"index.md": page("# Start\n\n## See [Next](next.md)\n"), "next.md": page("# Next\n")}
    pdf = book(files, menu=(Entry("Start", "index.md"), Entry("Next", "next.md")))
    assert (2, "See Next") in marks_of(pdf)
    assert "See Next (page 5)" in text_of(pdf).replace("\u00a0", " ")


def test_a_page_outside_the_menu_is_not_printed():
    pdf = book(CHAPTERS, menu=MENU[:1])
    assert "Choose one" not in text_of(pdf)


def test_a_link_to_another_page_of_the_book_names_its_number():
    pdf = book(CHAPTERS, menu=MENU)
    number = next(n for n, text in enumerate(pages_of(pdf), 1) if "The crisis team" in text)
    assert f"See the crisis pathway (page {number})." in text_of(pdf)
    assert "name pathways/crisis.md#who-acts" in links_of(pdf)


def test_a_link_to_the_outside_keeps_its_target():
    assert "https://www.legislation.gov.uk/id/ukpga/1989/41" in links_of(book(CHAPTERS, menu=MENU))


def test_a_link_to_a_page_that_is_not_printed_leads_to_the_site_or_nowhere():
    files = {"index.md": page("# Start\n\nSee [the law](law.md#act)."), "law.md": page("# Law")}
    menu = (Entry("", "index.md"),)
    assert "https://a.example/law/#act" in links_of(
        book(files, menu=menu, url="https://a.example/")
    )
    assert not any("law" in link for link in links_of(book(files, menu=menu)))


def test_the_cover_says_what_this_is_and_never_none():
    pdf = book({"index.md": page("# Start")}, title="Working together")
    cover = pages_of(pdf)[0]
    for words in ("Working together", SETTINGS.organisation, "Edition: Draft 1", "Status: draft"):
        assert words in cover
    assert "Review by: 21 May 2027" in cover
    assert "Printed: 21 November 2026" in cover
    assert "None" not in text_of(book({"index.md": "# Start\n"}))


def test_the_cover_says_whom_to_ask_for_another_format():
    printing = Printing(forms=("large-print", "word"))
    asked = replace(SETTINGS, report={"staff": "p@example.org"}, printing=printing)
    pdf = book({"index.md": page("# Start")}, settings=asked, url="https://a.example/")
    cover, control = pages_of(pdf)[:2]
    for words in (cover, control):
        assert "large print, easy read, braille, audio or another language" in words
        assert "report a problem: p@example.org" in words
        assert "Also published in large print and for Word: " in words
        assert "https://a.example/" in words.replace(" ", "")  # a line may end within it
    assert any(link.startswith("mailto:p@example.org?subject=") for link in links_of(pdf))


def test_a_form_for_problems_is_named_without_what_it_is_asked():
    asked = replace(SETTINGS, report={"staff": "https://a.example/form?page={page}"})
    cover = pages_of(book({"index.md": page("# Start")}, settings=asked))[0]
    assert "report a problem: https://a.example/form" in cover
    assert "{page}" not in cover


def test_the_file_says_what_it_is():
    front = PATHWAY.replace("---\n", "---\nalso_called: [MASH, front door]\n", 1)
    files = {"index.md": page("# Start"), URI: page("# First contact", front)}
    pdf = book(files, title="Working together")
    with pikepdf.open(BytesIO(pdf)) as document, document.open_metadata() as data:
        assert data["dc:title"] == "Working together"
        assert list(data["dc:creator"]) == [SETTINGS.organisation]
        assert data["dc:description"] == "What this page is for. Edition: Draft 1"
        assert str(document.docinfo["/Keywords"]) == "First contact, MASH, front door"
        assert data["xmp:CreateDate"] == "2026-11-21T12:00:00+00:00"
        assert document.Root.Lang == "en-GB"


def test_document_control_lists_the_pathways_and_what_changed():
    changed = FRONT_MATTER + "changes:\n  - 2026-11-02: Visits within 5 days\n"
    changed = changed.replace("---\nchanges", "changes") + "---\n"
    files = {**FILES, "index.md": f"{changed}# Start\n"}
    text = text_of(book(files, menu=(Entry("Start", "index.md"), Entry("Pathway", URI))))
    control = text.split("Contents")[0]
    assert "What changed Page Date Change A page (page 4) 2 November 2026 Visits" in control
    assert "Pathways Pathway What it is for First contact (page" in control


@pytest.mark.parametrize(("pathways", "above"), [(1, False), (45, True)])
def test_contents_begin_a_page_or_follow_what_ran_over_onto_it(pathways, above):
    files = {f"pathways/{n}.md": f"{PATHWAY}\n# Pathway {n}\n" for n in range(pathways)}
    menu = (Entry("Pathways", "", tuple(Entry("", uri) for uri in files)),)
    _, control, contents = pages_of(book(files, menu=menu))[:3]
    assert "Pathways Pathway What it is for" in control
    assert "Contents Document control" in contents
    assert ("What it is for" in contents.split("Contents Document control")[0]) == above


def test_the_names_of_pathways_head_their_rows():
    files = {**FILES, "index.md": page("# Start\n\nWords.\n")}
    pdf = book(files, menu=(Entry("Start", "index.md"), Entry("Pathway", URI)))
    rows = [cell.text for cell in structure_of(pdf).find("TH") if cell.scope == "Row"]
    assert rows[0].startswith("First contact")


def test_every_page_but_the_cover_is_numbered():
    pages = pages_of(book(CHAPTERS, menu=MENU))
    assert "Page 1 of" not in pages[0]
    assert all(f"Page {n} of {len(pages)}" in text for n, text in enumerate(pages[1:], 2))


def test_each_page_says_who_owns_it_and_until_when_it_is_current():
    text = text_of(book(CHAPTERS, menu=MENU))
    assert "Owner: Head of service · Status: draft · Review by: 21 May 2027" in text


def test_the_same_protocol_gives_the_same_bytes():
    assert book(CHAPTERS, menu=MENU) == book(CHAPTERS, menu=MENU)


def test_the_day_of_the_build_is_the_day_in_the_file():
    settings = replace(SETTINGS, today=date(2027, 1, 2))
    pdf = book({"index.md": page("# Start")}, settings=settings)
    with pikepdf.open(BytesIO(pdf)) as document:
        assert str(document.docinfo.CreationDate).startswith("D:20270102")
    assert "Printed 2 January 2027" in text_of(pdf)


def test_headings_never_skip_a_level():
    pdf = book_of("# One\n\n#### Four\n\n###### Six\n\n## Two\n\n# Another first\n\n##### Five\n")
    levels = [int(tag[1]) for tag in tags_of(pdf) if tag in ("H1", "H2", "H3", "H4", "H5", "H6")]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_page_without_words_still_has_its_heading():
    assert "1 A page" in text_of(book({"index.md": page("")}))


def test_an_empty_menu_still_gives_a_book():
    assert "Document control" in text_of(book({}))


def test_tables_have_header_cells_and_captions():
    pdf = book_of(
        "<table><caption>Time limits</caption>\n"
        "<tr><th>Step</th><th>Limit</th></tr>\n"
        "<tr><td>Visit</td><td>5 days</td></tr></table>\n"
    )
    tags = [tag for tag in tags_of(pdf) if tag in ("Caption", "Table", "THead", "TH", "TD")]
    assert tags[:6] == ["Caption", "Table", "THead", "TH", "TH", "TD"]
    assert "Time limits" in text_of(pdf)


def test_a_long_table_repeats_its_head_on_each_page():
    rows = "".join(f"| Row {n} | words |\n" for n in range(100))
    pages = pages_of(book_of(f"# Table\n\n| Step | Limit |\n|---|---|\n{rows}"))
    body = [text for text in pages if "Row" in text]
    assert len(body) > 1
    assert all("Step Limit" in text for text in body)


@pytest.mark.parametrize("head", ["A<a id='here'></a>", "<span id='here'>A</span>"])
def test_a_head_that_a_link_leads_to_stands_on_the_first_page_alone(head):
    rows = "| Row | words |\n" * 100
    pdf = book_of(f"# Table\n\n| {head} | Step |\n|---|---|\n{rows}\nSee [the head](#here).\n")
    assert sum("Step" in text for text in pages_of(pdf)) == 1
    assert "page 4" in links_of(pdf)


def test_a_wide_table_turns_the_page_and_loses_nothing():
    names = [f"Column{n}" for n in range(11)]
    row = "duty.team@children.example.org | " + " | ".join(["Monday to Friday"] * 10)
    table = f"| {' | '.join(names)} |\n|{'---|' * 11}\n| {row} |\n"
    text = text_of(book_of(table))
    assert all(name in text for name in names)


def test_columns_are_as_wide_as_what_cannot_be_broken():
    rows = "| A team | 01632 960311 | Words |" + " Monday to Friday |" * 8
    pages = "".join(read_pages(book_of(f"|{' Name |' * 11}\n|{'---|' * 11}\n{rows}\n")))
    assert "01632\u00a0960311" in pages


def test_a_date_in_a_table_has_one_line():
    words = "Words that want much room in their column. " * 8
    places = places_of(book_of(f"| By | What |\n|---|---|\n| 21 September 2027 | {words} |\n"), 4)
    assert "21 September 2027" in places


def test_a_table_wider_than_any_page_becomes_a_list():
    names = [f"Question{n}" for n in range(40)]
    table = f"| {' | '.join(names)} |\n|{'---|' * 40}\n| {'| '.join(map(str, range(40)))} |\n"
    assert "Question39: 39" in text_of(book_of(table))


def test_rows_of_a_table_as_a_list_stand_apart():
    head, one, two = ("".join(f"| {kind}{n} " for n in range(17)) for kind in ("Name", "x", "y"))
    pdf = book_of(f"# Table\n\n{head}|\n{'|---' * 17}|\n{one}|\n{two}|\n")
    foot = {said.removeprefix(": "): box[1] for said, box in places_of(pdf, 4).items()}
    assert foot["x16"] - foot["y0"] > 1.3 * (foot["x15"] - foot["x16"])


def test_a_short_name_stays_in_one_line_beside_long_notes():
    notes = "seen " * 25
    rows = "".join(f"| {n} | Person {n} | 01632 960{n} | {notes}|\n" for n in range(200, 212))
    pdf = book_of(f"# Names\n\n| Number | Name | Phone | Notes |\n|--:|---|---|---|\n{rows}")
    assert {"Person 200", "Person 211"} <= set(places_of(pdf, 4))


def test_a_picture_in_a_cell_has_more_room_than_its_heading(tmp_path):
    Image.new("L", (600, 200)).save(tmp_path / "chart.png")
    table = f"| No | Plan | Words |\n|---|---|---|\n| 1 | ![A plan](chart.png) | {'seen ' * 99}|\n"
    ((left, _, right, _),) = pictures_of(book_of(f"# Plans\n\n{table}", tmp_path))
    assert right - left > 70


def test_a_table_as_a_list_in_large_print_keeps_each_row_whole():
    rows = "".join(f"| Step{n} | Within {n} days | Target{n} |\n" for n in range(14))
    large = replace(SETTINGS, printing=replace(SETTINGS.printing, large_print=True))
    files = {"index.md": page(f"# Start\n\n| Step | Limit | Source |\n|---|---|---|\n{rows}")}
    pages = pages_of(book(files, settings=large))
    for n in range(14):
        assert any(f"Step: Step{n} Limit: Within {n} days Source: Target{n}" in p for p in pages)


@pytest.mark.parametrize("lines", range(15, 22))
def test_what_a_table_is_called_stays_with_the_list_that_it_became(lines):
    head = "<tr><th>Step</th><th>Limit</th><th>Source</th></tr>"
    rows = "<tr><td>Visit</td><td>5 days</td><td>Local</td></tr>" * 14
    table = f"<table><caption>All limits</caption>{head}{rows}</table>"
    large = replace(SETTINGS, printing=replace(SETTINGS.printing, large_print=True))
    files = {"index.md": page("# Start\n\n" + "Words.\n\n" * lines + table)}
    pages = pages_of(book(files, settings=large))
    assert any("All limits Step: Visit" in text for text in pages)


def test_a_cell_longer_than_a_page_is_broken_over_pages():
    words = " ".join(f"word{n}" for n in range(900))
    assert "word899" in text_of(book_of(f"| A | B |\n|---|---|\n| {words} | short |\n"))


@pytest.mark.parametrize("columns", [8, 12])
def test_long_cells_in_narrow_columns_are_broken_over_pages(columns):
    words = " ".join(f"plan{n}" for n in range(60))
    table = f"|{' Who |' * columns}\n|{'---|' * columns}\n|{f' {words} |' * columns}\n"
    assert text_of(book_of(table)).count("plan59") == columns


def test_lines_and_pictures_in_a_cell_are_broken_over_pages(tmp_path):
    Image.new("L", (90, 600)).save(tmp_path / "tall.png")
    code = "\n".join(f"line{n}" for n in range(90))
    pictures = '<p><img src="tall.png" alt="A tower"></p>' * 3
    html = f"<table><tr><th>A</th><th>B</th></tr><tr><td><pre>{code}</pre></td><td>x</td></tr>"
    pdf = book_of(f"{html}<tr><td>{pictures}</td><td>y</td></tr></table>\n", tmp_path)
    assert "line89" in text_of(pdf)
    assert all(bottom > 0 for _, bottom, _, _ in pictures_of(pdf))


def test_a_cell_that_spans_more_rows_than_a_page_has_loses_none():
    rows = "</tr><tr>".join(f"<td>Row{n}</td>" for n in range(90))
    html = f'<table><tr><th>Team</th><th>Step</th></tr><tr><th rowspan="90">All</th>{rows}</tr>'
    pages = [text for text in pages_of(book_of(f"{html}</table>\n")) if "Row" in text]
    assert len(pages) > 1
    assert "Row89" in pages[-1]


def test_a_cell_that_spans_few_rows_keeps_them_together():
    rows = "".join(
        f"<tr><th rowspan='2'>T{n}</th><td>Up{n}</td></tr><tr><td>Down{n}</td></tr>"
        for n in range(60)
    )
    for text in pages_of(book_of(f"<table><tr><th>Team</th><th>Step</th></tr>{rows}</table>\n")):
        assert text.count("Up") == text.count("Down")


def test_folds_and_tabs_are_printed_open():
    text = text_of(
        book_of(
            '??? note "Folded"\n\n    Inside the fold.\n\n'
            '=== "In hours"\n\n    Phone.\n\n=== "At night"\n\n    Knock.\n'
        )
    )
    assert "Folded Inside the fold." in text
    assert "In hours Phone. At night Knock." in text


def test_footnotes_stand_at_the_foot_of_the_page_and_are_tagged_as_notes():
    pdf = book_of("One[^a] and again[^a].\n\n[^a]: The note,\n\n    in two paragraphs.\n")
    assert tags_of(pdf).count("Note") == 1
    assert "in two paragraphs." in text_of(pdf)


def test_tasks_show_whether_they_are_done():
    text = text_of(book_of("- [ ] Phone the school\n- [x] Tell the parent\n"))
    assert "☐ Phone the school" in text
    assert "☑ Tell the parent" in text


def test_what_is_not_for_print_is_left_out():
    text = text_of(
        book_of('<p class="no-print">Screen only</p>\n\n<p data-no-print>Nor this</p>\n\nPrinted')
    )
    assert "Screen only" not in text
    assert "Nor this" not in text
    assert "Printed" in text


def test_the_language_of_words_is_kept():
    pdf = book_of('<p lang="cy-GB">Croeso</p>\n')
    assert attributes_of(pdf, "P", "/Lang") == ["cy"]


def test_names_in_other_scripts_and_signs_are_printed():
    names = "Łukasz Ștefănescu, Nguyễn, Иван, Ωμέγα, → ✓ ☎ ⚠ ½ 😀"
    assert names in text_of(book_of(f"# Names\n\n{names}\n"))


def test_letters_of_arabic_are_joined():
    words = "".join(f'<p lang="ar">{word}</p>\n' for word in ("ب", "ببب", "ي", "ييي"))
    places = places_of(book_of(f"# Names\n\n{words}"), 4)
    widths = {word: right - left for word, (left, _, right, _) in places.items()}
    assert widths["ببب"] < 2.5 * widths["ب"]
    assert widths["ييي"] < 2.5 * widths["ي"]


def test_an_emoji_made_of_two_is_printed_as_both():
    pdf = book_of("# Signs\n\nBefore 👩🏽\u200d⚕️ then 1\ufe0f\u20e3 after\n")
    assert "👩⚕\ufe0f then 1\ufe0f after" in text_of(pdf)


def test_a_line_after_a_break_begins_without_a_space():
    text = "".join(read_pages(book_of("# Address\n\nHouse one  \nRoad two<br>\nTown three\n")))
    assert "House one\r\nRoad two\r\nTown three\r\n" in text


def test_terms_that_share_their_meaning_begin_at_the_same_edge():
    places = places_of(book_of("# Terms\n\nHome\nHouse\n:   Where they live.\n"), 4)
    assert places["Home"][0] == pytest.approx(places["House"][0], abs=1)


def test_a_table_from_right_to_left_has_its_words_at_the_right():
    html = "<tr><th>אאא</th><th>בבב</th></tr><tr><td>גגגגגגגגגגגגגג</td><td>דדד</td></tr>"
    places = places_of(book_of(f'# Hours\n\n<table lang="he" dir="rtl">{html}</table>\n'), 4)
    assert places["אאא"][2] == pytest.approx(places["גגגגגגגגגגגגגג"][2], abs=2)


def test_a_title_that_is_too_long_for_the_running_head_ends_in_dots():
    title = "What services do together when a parent needs help and nobody knows whose turn it is"
    (page,) = (text for text in pages_of(book_of(f"# {title}\n\nHello.\n")) if "Hello" in text)
    assert re.search("^A protocol What services do together .* … 1 What services", page)


def test_nothing_that_a_writer_types_is_taken_for_a_command():
    words = '#panic("no") $x$ @ref #set page(width: 1cm) = heading //'
    assert words in text_of(book_of(f"<p>{words}</p>\n"))


def test_a_character_that_no_font_has_is_named_with_its_line():
    with pytest.raises(CannotPrint) as error:
        book_of("# Languages\n\nWe print English.\n\n- We also speak አማርኛ\n")
    first, *_ = str(error.value).splitlines()
    assert first.startswith('docs/index.md:15: no print font has "አ" (U+12A0)')


PICTURES = {
    "missing": ("nowhere.png", 'there is no picture "nowhere.png" in the docs folder'),
    "outside": ("../../secret.png", 'there is no picture "../../secret.png" in the docs folder'),
    "elsewhere": ("https://example.org/a.png", 'the picture "https://example.org/a.png" is not in'),
    "broken": ("broken.png", "failed to decode image"),
    "a link out of the folder": ("leak.png", 'there is no picture "leak.png" in the docs folder'),
    "no picture": ("notes.txt", '"notes.txt" cannot be printed'),
}


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_that_cannot_be_printed_is_named_with_its_line(tmp_path, kind):
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "broken.png").write_bytes(b"not a picture")
    (docs / "notes.txt").write_text("notes")
    (tmp_path / "secret.png").write_bytes(b"secret")
    os.symlink(tmp_path / "secret.png", docs / "leak.png")
    address, reason = PICTURES[kind]
    with pytest.raises(CannotPrint) as error:
        book_of(f"# Picture\n\nWords.\n\n- ![A map]({address})\n", docs)
    assert str(error.value).startswith(f"docs/index.md:15: {reason}")


def test_letters_of_a_picture_that_could_not_be_copied_are_named_with_their_line(tmp_path):
    letters = '<text y="30" font-family="Atkinson Hyperlegible Next">Nguy\u1ec5n</text>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40">{letters}</svg>'
    (tmp_path / "map.svg").write_text(svg, "utf-8")
    with pytest.raises(CannotPrint) as error:
        book_of("# Page\n\nWords.\n\n![Map](map.svg)\n", tmp_path)
    assert re.fullmatch(rf"docs/index\.md:\d+: {re.escape(UNCOPIED)}", str(error.value))


def test_pictures_keep_their_alternative_text_and_fit_the_page(tmp_path):
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="6000"><path d="M0 0h9v9"/>'
    (tmp_path / "tall.svg").write_text(f"{svg}</svg>")
    pdf = book_of("# Map\n\n![The way to the front door](tall.svg)\n", tmp_path)
    assert attributes_of(pdf, "Figure", "/Alt") == ["The way to the front door"]


AMONG_WORDS = {
    "above its caption": "![A chart](chart.png)\n*Figure 1: A chart*",
    "as a link": "[![A chart](chart.png)](https://example.org/)",
    "in an item": "- As here: ![A chart](chart.png)",
    "wider than the page": '![A chart](chart.png){ width="900" } as asked for',
}


@pytest.mark.parametrize("place", AMONG_WORDS)
def test_a_picture_among_words_keeps_its_size_and_fits_the_line(tmp_path, place):
    Image.new("L", (300, 200)).save(tmp_path / "chart.png")
    ((left, _, right, _),) = pictures_of(book_of(f"# Chart\n\n{AMONG_WORDS[place]}\n", tmp_path))
    assert 220 < right - left < 460


def test_a_tall_picture_as_wide_as_the_line_fits_the_page(tmp_path):
    Image.new("L", (100, 900)).save(tmp_path / "tall.png")
    pdf = book_of("# Map\n\n![The way in](tall.png){ width=100% }\n", tmp_path)
    ((_, bottom, _, top),) = pictures_of(pdf)
    assert 400 < top - bottom < 550


def test_a_drawing_that_gives_no_size_is_as_wide_as_the_line_as_in_a_browser(tmp_path):
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M0 0h24v24"/></svg>'
    (tmp_path / "plan.svg").write_text(svg)
    pdf = book_of("# Plan\n\nBefore it.\n\n![The plan](plan.svg)\n\nBehind it.\n", tmp_path)
    places = places_of(pdf, 4)
    assert places["Before it."][1] - places["Behind it."][3] > 440


def test_words_below_a_picture_are_not_bold(tmp_path):
    Image.new("L", (30, 20)).save(tmp_path / "chart.png")
    figure = '<figure>\n<img src="chart.png" alt="A chart">\n<figcaption>What it is.</figcaption>'
    pdf = book_of(f"# Chart\n\n{figure}\n</figure>\n", tmp_path)
    assert "Bold" not in fonts_of(pdf, 4)["What it is."]


def test_a_picture_and_its_words_that_are_taller_than_a_page_run_on_over_pages(tmp_path):
    Image.new("L", (800, 800)).save(tmp_path / "plan.png")
    words = " ".join(f"word{n}" for n in range(300))
    figure = f'<figure>\n<img src="plan.png" alt="A plan">\n<figcaption>{words}</figcaption>'
    pages = pages_of(book_of(f"# Plan\n\n## How to come\n\n{figure}\n</figure>\n", tmp_path))
    assert "How to come word0 word1" in pages[3]
    assert "word299" in pages[4]


def test_code_with_a_title_and_numbered_lines_is_code_below_its_title():
    code = '```yaml title="mkdocs.yml" linenums="1"\nsite_name: A\nsite_url: B\n```\n'
    pdf = book_of(f"# Code\n\n{code}")
    assert "mkdocs.yml site_name: A site_url: B" in text_of(pdf)
    assert "Code" in tags_of(pdf)
    assert tags_of(pdf).count("Table") == tags_of(book_of("# Code\n")).count("Table")


def test_a_passage_marked_as_running_from_right_to_left_does_in_any_language():
    pdf = book_of('# Kurdish\n\n<p lang="ckb" dir="rtl">ئەگەر تۆ دایکی.</p>\n')
    found = [box for said, box in places_of(pdf, 4).items() if "\u06c6" in said]
    assert found[0][2] > 450


def test_a_pathway_stands_below_a_heading_that_has_no_page():
    menu = (Entry("Pathways", "", (Entry("", URI),)),)
    pages = pages_of(book(FILES, menu=menu))
    assert any("1 Pathways 1.1 First contact Owner" in words for words in pages)


def test_a_sign_among_words_is_as_high_as_they_are(tmp_path):
    Image.new("L", (24, 24)).save(tmp_path / "sign.png")
    ((_, bottom, _, top),) = pictures_of(book_of("# Sign\n\nA ![tick](sign.png) here\n", tmp_path))
    assert top - bottom < 13


def test_a_sign_that_is_decoration_may_stand_in_a_link(tmp_path):
    Image.new("RGB", (16, 16), "blue").save(tmp_path / "sign.png")
    pdf = book_of("Call [![](sign.png) the duty team](https://example.org/duty).", tmp_path)
    assert "Figure" not in tags_of(pdf)
    assert "https://example.org/duty" in links_of(pdf)


@pytest.mark.parametrize("lines", range(26, 32))
def test_notes_on_the_page_before_a_rule_are_not_taken_for_decoration(lines):
    words = "Words.\n\n" * lines
    pdf = book_of(f"# One\n\nCall.[^n]\n\n{words}---\n\n## Two\n\nWords.\n\n[^n]: At once.\n")
    assert tags_of(pdf).count("Note") == 1


def test_a_symbol_beside_easy_words_is_decoration(tmp_path):
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9"/></svg>'
    (tmp_path / "phone.svg").write_text(svg)
    line = "![](phone.svg){ .symbol } You can **phone** us."
    pdf = book_of(f"# Easy read\n\n{line}\n", tmp_path)
    assert "You can phone us." in text_of(pdf)
    assert attributes_of(pdf, "Figure", "/Alt") == []


@pytest.mark.parametrize("kind", ["note", "tip", "warning", "danger", "example", "quote"])
def test_words_of_a_box_are_dark_enough_to_read(kind):
    pdf = book_of(f'# Page\n\n!!! {kind} "Title of the box"\n\n    Words in it.\n')
    found = colours_of(pdf, 4)
    assert {"Title of the box", "Words in it."} <= set(found)
    ground = (238, 238, 238)  # darker than that of any box
    assert (
        min(contrast(found[words], ground) for words in ("Title of the box", "Words in it.")) > 4.5
    )


def test_a_drawing_is_printed_as_a_picture_with_its_words():
    pdf = book(FILES)
    assert attributes_of(pdf, "Figure", "/Alt")[0] == (
        "First contact. Who answers a parent who asks for help"
    )
    assert text_of(pdf).count("Visit within 5 working days") == 2


@pytest.mark.parametrize("chart", [
    "timeline\n title Plan\n Day 1 : Visit\n Day 5 : Meet : Write",
    "journey\n title Day\n section Visit\n Ring: 5: Nurse",
    "gantt\n title Work\n dateFormat YYYY-MM-DD\n section Start\n Visit :v, 2026-01-01, 3d"
    "\n Meet :m, after v, 5d",
    "gantt\n title Work\n dateFormat YYYY-MM-DD\n section Start\n Visit :v, 2026-01-01, 3d",
])  # fmt: skip
def test_other_kinds_of_diagram_keep_their_words_on_paper(chart):
    page = FILES[URI] + f"\n```mermaid\n{chart}\n```\n"
    text = text_of(book(FILES | {URI: page}))
    assert {"Visit", chart.split()[2]} <= set(text.split())


@pytest.mark.parametrize("steps", [14, 18])  # 14 would leave a gap, 18 need narrower margins
def test_a_large_drawing_has_the_next_page_to_itself_and_the_text_flows_on(steps):
    files = long_pathway(steps)
    files[URI] += "\n## What to record\n\n" + "Who was told.\n\n" * 40
    pages = pages_of(book(files))
    number = next(n for n, text in enumerate(pages, 1) if "See the drawing of this pathway" in text)
    before, drawing, after = pages[number - 1 : number + 2]
    assert f"See the drawing of this pathway (page {number + 1})." in before
    assert before.count("Who was told.") > 10
    assert "Who was told." not in drawing
    assert drawing.count("Do the thing") == steps
    assert "Who was told." in after


@pytest.mark.parametrize("lines", range(23, 28))
def test_a_short_table_stays_whole(lines):
    rows = "".join(f"| Row{n} | words |\n" for n in range(6))
    words = "Words.\n\n" * lines
    pages = pages_of(book_of(f"# One\n\n{words}| A | B |\n|---|---|\n{rows}"))
    assert sum("Row0" in text for text in pages) == 1
    assert all(("Row0" in text) == ("Row5" in text) for text in pages)


def test_a_drawing_taller_than_a_page_is_divided_between_boxes():
    alts = attributes_of(book(long_pathway(60)), "Figure", "/Alt")
    assert [alt[-13:] for alt in alts if "part" in alt] == [
        f"(part {part} of 4)" for part in (1, 2, 3, 4)
    ]


@pytest.mark.parametrize("width", [900, 1040])  # 1040 is wider than the text
def test_a_low_drawing_stands_among_the_text(width):
    pages = pages_of(book_of(f"# One\n\n{WORDS * 3}{drawn(width, 200)}{WORDS * 3}"))
    (page,) = (text for text in pages if "Step at 40" in text)
    assert page.count("Who was told") == 6


def test_a_drawing_of_which_no_upright_page_has_the_width_has_a_turned_page():
    text = f"# One\n\n{WORDS * 3}{drawn(1400, 200)}{WORDS * 3}"
    pdf = book_of(text)
    (number,) = (n for n, text in enumerate(pages_of(pdf), 1) if "Step at 40" in text)
    with pikepdf.open(BytesIO(pdf)) as document:
        left, bottom, right, top = document.pages[number - 1].MediaBox
    assert right - left > top - bottom


def test_text_flows_on_to_the_page_before_a_drawing_in_pieces_and_below_the_last():
    pages = pages_of(book_of(f"# One\n\n{WORDS * 4}{drawn(700, 2000)}{WORDS * 40}"))
    before = next(n for n, text in enumerate(pages) if "See the drawing" in text)
    assert pages[before].count("Who was told") > 15
    assert "Step at 40" in pages[before + 1]
    assert "Who was told" not in pages[before + 1]
    assert "Step at 1960" in pages[before + 2]
    assert "Who was told" in pages[before + 2]


def test_a_drawing_in_pieces_in_a_box_begins_on_the_page_of_its_heading():
    box = (
        f'<div class="admonition note"><p class="admonition-title">Box</p>{drawn(600, 2300)}</div>'
    )
    pages = pages_of(book_of(f"# One\n\n{WORDS * 4}## Who acts\n\n{box}\n"))
    (page,) = (text for text in pages if "Step at 40 " in text)
    assert "Owner" in page


def test_a_drawing_wider_than_any_page_is_named():
    with pytest.raises(CannotPrint, match=r"first-contact.md:15: at 8 points, .* too large"):
        book(long_pathway(3, wide=14))


def test_a_diagram_that_only_a_browser_can_draw_is_said_to_be_on_the_site():
    words = "accTitle: Contact\naccDescr: Who phones whom"
    html = f'<div class="mermaid">mindmap\n{words}\n</div>'
    text = text_of(book_of(html))
    assert "A diagram that is shown on the site only Contact. Who phones whom." in text


def test_the_little_that_stands_with_a_wide_table_shares_its_turned_page():
    table = f"|{' Duty team |' * 11}\n|{'---|' * 11}\n|{' Monday to Friday |' * 11}\n"
    pages = pages_of(book_of(f"# Champions\n\nUse these contacts.\n\n{table}\nAsk first.\n"))
    (page,) = (text for text in pages if "Use these contacts." in text)
    assert "Monday" in page
    assert "Ask first." in page


def test_a_heading_is_on_the_turned_page_of_its_table():
    table = f"|{' Duty team |' * 11}\n|{'---|' * 11}\n|{' Monday to Friday |' * 11}\n"
    part = f"{'Words. ' * 150}\n\n## By team\n\n### Hours\n\nAsk them.\n\n{table}\n"
    pages = [text for text in pages_of(book_of(f"# Champions\n\n{part * 2}")) if "Monday" in text]
    assert len(pages) == 2
    assert all("By team Hours Ask them. Duty team" in text for text in pages)


def test_a_page_that_is_nested_too_deeply_is_named():
    with pytest.raises(CannotPrint, match=r"docs/index.md:1.*nested too deeply"):
        book_of("\n".join(f"{'    ' * n}- item {n}" for n in range(60)))


def test_a_page_of_the_menu_that_was_not_rendered_is_named():
    protocol = replace(handbook({"index.md": page("# Start")}), menu=MENU[:1], rendered={})
    with pytest.raises(CannotPrint, match=r"docs/index.md:1: the page is in the menu"):
        print_book(protocol, PRESS)


def test_page_numbers_that_would_not_settle_are_given_fixed_room():
    words = "See [x](a.md), [x](b.md), [x](c.md), [x](d.md), [x](e.md) and [x](f.md). " * 40
    files = {"index.md": page(f"# Start\n\n{words}")}
    files |= {f"{name}.md": page(f"# {name}\n\n{words}") for name in "abcdef"}
    assert len(pages_of(book(files))) > 9


FORM = """\
# Referral form

| About the parent | Answer |
|---|---|
| Name, date of birth, address | Write here |
| Safe way and time to make contact | Write here |
| Language, interpreter, format | Write here |
| What the parent wants, in the parent's words | Write here |
| Who has parental responsibility | Write here |
| Services already involved | Write here |
| Sent by | Write here |
| Sent to | Write here |
"""


def test_a_form_begins_on_a_page_of_its_own_with_room_to_write():
    files = {"index.md": page("# Start\n\nWords."), "forms/referral.md": page(FORM)}
    menu = (Entry("Start", "", (Entry("", "index.md"), Entry("", "forms/referral.md"))),)
    pages = pages_of(book(files, menu=menu))
    (form,) = (text for text in pages if "Sent by" in text)
    assert "Words." not in form
    assert "1.1 Referral form" in form
    label = "What the parent wants, in the parent's words Write here"
    assert label in form  # on one line, with as much room beside it


@pytest.mark.parametrize("lines", range(26, 31))
def test_a_sentence_between_a_heading_and_its_table_stays_with_both(lines):
    rows = "".join(f"| Row{n} | words |\n" for n in range(40))
    table = f"## Whom to ask\n\nThey advise.\n\n| A | B |\n|---|---|\n{rows}"
    words = "Words.\n\n" * lines
    pages = pages_of(book_of(f"# One\n\n{words}{table}"))
    assert all("Row0" in text for text in pages if "They advise." in text)


@pytest.mark.parametrize("lines", range(28, 33))
def test_no_page_ends_between_a_term_and_what_is_said_of_it(lines):
    words = "Words.\n\n" * lines
    pages = pages_of(book_of(f"# One\n\n{words}Standing\n\n:   In force\n\nNation\n\n:   Wales\n"))
    for term in ("Standing In force", "Nation Wales"):
        assert sum(term in text for text in pages) == 1


def test_a_heading_and_the_line_below_it_stay_with_what_follows():
    lines = "\n\n".join("Words." for _ in range(27))
    rows = "".join(f"| Row {n} | words |\n" for n in range(20))
    files = {f"{n}.md": page(f"# One\n\n{lines}\n\n" + "Words.\n\n" * n) for n in range(8)}
    for uri, text in files.items():
        two = {uri: text, "two.md": page(f"# Two\n\n| A | B |\n|---|---|\n{rows}")}
        menu = (Entry("All", "", (Entry("", uri), Entry("", "two.md"))),)
        pages = pages_of(book(two, menu=menu))
        assert not any(text.count("1.2 Two") and "Row 0" not in text for text in pages[3:])
