"""A pathway's sheet: what staff need of it on one page of paper, or on two."""

import ctypes
from dataclasses import replace
from itertools import pairwise

import pytest
from paper import (
    AGENCY,
    PATHWAY,
    PRESS,
    attributes_of,
    marks_of,
    page,
    pages_of,
    places_of,
    sheet,
    tags_of,
    text_of,
)
from protocol import FRONT_MATTER, SETTINGS, handbook
from structure import structure_of

from handrail.handbook import Entry
from handrail.publish.paper import pathway_data
from handrail.publish.paper.contacts import agency_contacts, lines_of
from handrail.publish.paper.extract import read_pages
from handrail.publish.paper.links import Links
from handrail.publish.paper.nodes import plain
from handrail.publish.paper.sizes import POSTERS, SHEETS
from handrail.publish.paper.source import Source
from handrail.publish.prints import print_all
from handrail.publish.sheets import print_pack, print_poster
from handrail.publish.typeset import CannotPrint, CannotSet

pytestmark = pytest.mark.pdf

DIAGRAM = """\
```mermaid
flowchart TD
    accTitle: First contact
    accDescr: Who answers a parent who asks for help.
    subgraph adults["Adult social care"]
        start(["A parent asks for help"]) --> ask{"Are there children?"}
        ask -->|Yes| visit["Visit within 5 working days"]
        ask -->|No| done(["Usual assessment"])
        visit --> done
    end
```
"""
CHAMPIONS = FRONT_MATTER.replace(
    "type: section\n", "type: champions\nagency: ../agencies/adults.md\n"
)
TWO_PAGES = PATHWAY.replace("type: pathway\n", "type: pathway\nsheet: two pages\n")
FILES = {
    "pathways/first-contact.md": page(
        f"""\
# First contact

!!! danger "A child may be in danger now"
    Call 999 first.

## Use this pathway when

- a disabled parent asks for help
- a child tells you of it.

{DIAGRAM}

## What to record

- the children's names

## What to tell the parent

- who will phone

## The law behind it

- [Section 9](../law/care-act-2014.md#section-9): assessing needs
- [section 9 of the Care Act 2014](../law/care-act-2014.md#section-9) again
""",
        PATHWAY,
    ),
    "agencies/adults.md": page(
        """\
# Adult social care

| When | Contact | How |
|---|---|---|
| Monday to Friday | Front door | 01632 960100 |
| Any other time | Duty team | 01632 960190 |
| You use text relay | Front door | 18001 01632 960100 |
| You have equipment to return | Stores | 01632 960111 |
| You want advice on equipment | Occupational therapy | 01632 960110 |
""",
        AGENCY,
    ),
    "champions/index.md": page("# Champions", FRONT_MATTER),
    "champions/adults.md": page(
        """\
# Champions

| Post | Team | Area | Phone | Email | Hours |
|---|---|---|---|---|---|
| Champion, front door | Front door | Whole area | 01632 960101 | a@example.org | Mornings |
""",
        CHAMPIONS,
    ),
    "law/care-act-2014.md": page(
        "# Care Act 2014\n\n## Section 9 {#section-9}\n",
        FRONT_MATTER.replace("section", "legislation").replace("A page", "Care Act 2014"),
    ),
}
URI = "pathways/first-contact.md"
URL = "https://protocol.example.org/"


def long_pathway(steps: int, wide: int = 1, front: str = TWO_PAGES) -> dict[str, str]:
    """A page with a pathway of so many steps one below the other, with so many beside each."""
    rows = [[f"s{y}x{x}" for x in range(wide)] for y in range(steps)]
    lines = [
        f'    {name}["Do the thing that step {name} asks for"]' for row in rows for name in row
    ]
    lines += [f"    {a[0]} --> {b}" for a, b in pairwise(rows) for b in b]
    source = "\n".join(["```mermaid", "flowchart TD", *lines, "```", ""])
    return {URI: page(f"# First contact\n\n{source}", front)}


def test_a_sheet_has_everything_on_one_page():
    pdf = sheet(FILES, URI, url=URL)
    (text,) = pages_of(pdf)
    for words in (
        "First contact",
        "What this page is for.",
        "Visit within 5 working days",
        "A child may be in danger now. Call 999 first.",
        "Use this pathway when • a disabled parent asks for help",
        "What to record • the children's names",
        "What to tell the parent • who will phone",
        "Front door, 01632 960100",
        "Duty team, 01632 960190",
        "Care Act 2014: section 9.",
        "Printed copies may be out of date.",
        "Check the latest at https://protocol.example.org/pathways/first-contact/",
        "Edition: Draft 1. Printed 21 November 2026.",
        "Owner: Head of service",
        "1 of 1",
    ):
        assert words in text.replace("\u00a0", " ")


def test_a_phone_number_is_never_broken_over_two_lines():
    row = "| Monday to Friday | Front door, also called the safeguarding hub | 01632 960100 |"
    agency = FILES["agencies/adults.md"].replace(
        "| Monday to Friday | Front door | 01632 960100 |", row
    )
    pdf = sheet(FILES | {"agencies/adults.md": agency}, URI)
    assert "01632\u00a0960100" in "".join(read_pages(pdf))


def test_of_many_contacts_a_sheet_has_the_front_door_and_who_answers_out_of_hours():
    text = text_of(sheet(FILES, URI))
    assert "18001" not in text
    assert "Stores" not in text


def test_a_team_that_acts_in_the_pathway_is_among_the_contacts():
    files = FILES | {
        URI: FILES[URI].replace("Adult social care", "Occupational therapy"),
        "agencies/adults.md": FILES["agencies/adults.md"].replace(
            "type: agency\n", "type: agency\nalso_called: [Occupational therapy]\n"
        ),
    }
    assert "01632 960110" in text_of(sheet(files, URI))


def test_the_drawing_and_the_code_are_described():
    alts = attributes_of(sheet(FILES, URI, url=URL), "Figure", "/Alt")
    assert alts == [
        "First contact. Who answers a parent who asks for help",
        "QR code for https://protocol.example.org/pathways/first-contact/",
    ]


def test_without_an_address_there_is_no_code():
    pdf = sheet(FILES, URI)
    assert "Check the latest" not in text_of(pdf)
    assert tags_of(pdf).count("Figure") == 1


def test_a_pathway_may_take_two_pages_where_its_writer_allows_it():
    first, second = pages_of(sheet(long_pathway(20), URI))
    assert "1 of 2" in first
    assert "2 of 2" in second
    assert "Steps" in second
    assert first.count("Do the thing") == second.count("Do the thing") == 20


def test_pages_that_come_apart_each_say_what_they_are_of_and_when_they_were_printed():
    first, second = pages_of(sheet(long_pathway(20), URI))
    assert "A protocol · Example Council Draft 1, 21 November 2026 · 1 of 2" in first
    assert "First contact · Example Council Draft 1, 21 November 2026 · 2 of 2" in second


def test_beside_a_drawing_as_high_as_the_page_stands_when_to_use_it():
    files = long_pathway(21)
    files[URI] += "\n## Use this pathway when\n\n- a disabled parent asks for help\n"
    first, second = pages_of(sheet(files, URI))
    assert "Use this pathway when • a disabled parent asks for help" in first
    assert "Use this pathway when" not in second


def test_a_step_is_never_parted_from_its_number():
    words = "".join(read_pages(sheet(FILES, URI)))
    assert "go to step\u00a04" in words
    assert "step 4" not in words


def test_the_number_to_call_is_bold():
    protocol = handbook(FILES)
    source = Source(protocol.rendered[URI], URI, Links({URI: URI}, "", frozenset()), PRESS.docs)
    (agency,) = agency_contacts(lines_of(protocol, protocol.page[URI], source))
    for row in agency["rows"]:
        *_, number = row[-1]
        assert number["is"] == "strong"
        assert "01632" in plain([number])


def test_a_pathway_that_one_page_cannot_hold_says_by_how_much_and_what_to_do():
    with pytest.raises(CannotPrint) as error:
        sheet(long_pathway(20, front=PATHWAY), URI)
    said = str(error.value)
    assert said.startswith(f"docs/{URI}:14: the sheet does not fit on one page: it is ")
    assert "mm too large at the smallest size that can be read; allow two" in said
    assert '"sheet: two pages"' in said
    assert 'such as after "Do the thing that step s9x0 asks for"' in said


def test_a_pathway_that_two_pages_cannot_hold_says_by_how_much():
    with pytest.raises(CannotPrint) as error:
        sheet(long_pathway(40), URI)
    assert str(error.value).startswith(f"docs/{URI}:15: the sheet does not fit: its diagram is")
    assert "mm too large at the smallest size that can be read" in str(error.value)


def test_a_pathway_that_runs_across_the_page_may_run_down_instead():
    files = long_pathway(12)
    files = {URI: files[URI].replace("flowchart TD", "flowchart LR")}
    with pytest.raises(CannotPrint, match='let it run down the page: begin it with "flowchart TD"'):
        sheet(files, URI)


def test_a_pathway_is_never_broken_after_a_step_that_ends_it():
    answers = "".join(f"    ask -->|{n}| end{n}([Answer {n} ends it])\n" for n in range(12))
    chart = f"```mermaid\nflowchart TD\n    start([Start]) --> ask{{Which?}}\n{answers}```\n"
    with pytest.raises(CannotPrint, match=r"break the pathway into two$"):
        sheet({URI: page(f"# First contact\n\n{chart}", TWO_PAGES)}, URI)


def test_all_pathways_that_no_sheet_holds_are_named_at_once(tmp_path):
    files = {uri: long_pathway(40)[URI] for uri in ("pathways/a.md", "pathways/b.md")}
    protocol = handbook(files, menu=tuple(Entry("", uri) for uri in files))
    with pytest.raises(CannotPrint) as error:
        print_all(protocol, tmp_path, PRESS)
    first, second = str(error.value).splitlines()
    assert first.startswith("docs/pathways/a.md:15: the sheet does not fit")
    assert second.startswith("docs/pathways/b.md:15: the sheet does not fit")


def test_a_page_without_a_pathway_has_no_sheet():
    with pytest.raises(CannotPrint, match=r"docs/pathways/first-contact.md:1: there is no drawn"):
        sheet({URI: page("# First contact", PATHWAY)}, URI)


def test_the_same_page_gives_the_same_bytes():
    assert sheet(FILES, URI, url=URL) == sheet(FILES, URI, url=URL)


def test_a_character_that_no_font_has_is_named_with_its_file():
    files = FILES | {URI: FILES[URI].replace("Usual assessment", "Usual ሀ")}
    with pytest.raises(CannotPrint, match=r"docs/pathways/first-contact.md:\d+: no print font has"):
        sheet(files, URI)


def test_the_sheets_of_an_edition_for_staff_name_champions_and_others_do_not():
    public = replace(SETTINGS, audience="public")
    assert "Advice for staff, Mornings" in text_of(sheet(FILES, URI))
    assert "01632 960101" in text_of(sheet(FILES, URI)).replace("\u00a0", " ")
    assert "Advice for staff" not in text_of(sheet(FILES, URI, settings=public))


def test_the_provisions_of_a_law_stand_in_their_order():
    links = "- [section 10](../law/care-act-2014.md#section-10)\n- [Section 9]"
    files = FILES | {URI: FILES[URI].replace("- [Section 9]", links)}
    assert "Care Act 2014: sections 9, 10." in text_of(sheet(files, URI)).replace("\u00a0", " ")


def test_agencies_head_the_rows_of_their_contacts():
    cells = structure_of(sheet(FILES, URI)).find("TH")
    assert [cell.text for cell in cells if cell.scope == "Row"] == ["Adult social care"]


def test_no_letter_of_a_sheet_is_smaller_than_eight_points():
    for files in (FILES, long_pathway(20)):
        assert min(letter_sizes(sheet(files, URI, url=URL))) >= 8 - 0.01


def letter_sizes(pdf: bytes) -> set[float]:
    """Sizes of all letters on all pages, in points."""
    import pypdfium2
    import pypdfium2.raw as raw

    document, sizes = pypdfium2.PdfDocument(pdf), set()
    for paper in document:
        for item in paper.get_objects([raw.FPDF_PAGEOBJ_TEXT], max_depth=5):
            size = ctypes.c_float()
            raw.FPDFTextObj_GetFontSize(item.raw, ctypes.byref(size))
            sizes.add(round(size.value * abs(item.get_matrix().d), 2))
    return sizes


# Other forms -------------------------------------------------------------------------------------


def printed(make, files=FILES):
    """Another form of the pathway."""
    protocol = handbook(files, url=URL)
    return make(protocol, protocol.page[URI], PRESS)


def test_a_poster_has_all_that_a_sheet_has_on_one_page():
    (text,) = (text.replace("\u00a0", " ") for text in pages_of(printed(print_poster)))
    for words in ("Visit within 5 working days", "What to record", "01632 960100", "section 9"):
        assert words in text


def test_a_poster_holds_a_pathway_that_needs_two_pages_as_a_sheet():
    assert len(pages_of(printed(print_poster, long_pathway(20)))) == 1


def test_a_poster_that_cannot_hold_a_pathway_speaks_of_the_poster():
    words = "".join(f"- what to write down about matter {n} of this case\n" for n in range(300))
    files = {URI: FILES[URI].replace("- the children's names\n", words)}
    with pytest.raises(CannotPrint) as error:
        printed(print_poster, files)
    said = str(error.value)
    assert ": the poster does not fit: its words are " in said
    assert "two pages" not in said


def test_what_fits_on_two_pages_fits_on_a_poster():
    for paper, poster in POSTERS.items():
        sheet_paper = SHEETS[paper]
        assert poster.width >= 2 * sheet_paper.width
        assert poster.height >= sheet_paper.height
        assert poster.code <= sheet_paper.code


def test_a_pack_holds_every_sheet_with_pages_counted_sheet_by_sheet():
    other = "pathways/other.md"
    files = FILES | {other: long_pathway(20)[URI].replace("# First", "# Other")}
    protocol = handbook(files, url=URL)
    pathways = [protocol.page[uri] for uri in (URI, other)]
    pdf = print_pack(protocol, pathways, PRESS)
    assert [text[-6:] for text in pages_of(pdf)] == ["1 of 1", "1 of 2", "2 of 2"]
    assert sum(depth == 1 for depth, _ in marks_of(pdf)) == 2


@pytest.fixture
def wordy() -> dict[str, str]:
    """A page whose words fill the column beside its diagram."""
    when = f"- a parent {'asks for help and ' * 60}waits\n" * 6
    text = f"# First contact\n\n## Use this pathway when\n\n{when}\n{DIAGRAM}"
    return {URI: page(text, PATHWAY)}


@pytest.mark.parametrize("share", [0.01, 100.0])
def test_words_of_which_too_little_or_too_much_is_thought_are_measured(share, wordy, monkeypatch):
    measured = sheet(wordy, URI)
    lines = pathway_data.rough_lines

    def thought(blocks):
        return [{name: size * share for name, size in run.items()} for run in lines(blocks)]

    monkeypatch.setattr(pathway_data, "rough_lines", thought)
    assert sheet(wordy, URI) == measured


def test_letters_with_two_accents_in_a_diagram_are_printed_and_can_be_copied():
    files = {URI: FILES[URI].replace("A parent asks for help", "Nguyễn Thị Hồng asks for help")}
    text = text_of(sheet({**FILES, **files}, URI))
    assert text.count("Nguyễn Thị Hồng asks for help") == 2


def test_whatever_the_typesetter_refuses_is_told_with_the_place_of_the_diagram(monkeypatch):
    def refuse(*_) -> bytes:
        raise CannotSet("a reason")

    monkeypatch.setattr("handrail.publish.press.Press.typeset", refuse)
    with pytest.raises(CannotPrint, match=r"docs/pathways/first-contact.md:\d+: a reason"):
        sheet(FILES, URI)


def test_a_word_longer_than_a_column_is_broken_and_covers_nothing():
    name = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch"
    text = FILES[URI].replace("A parent asks for help", f"{name} asks")
    places = places_of(sheet({**FILES, URI: text}, URI), 1)
    assert all(box[2] - box[0] < 170 for said, box in places.items() if "Llanf" in said)
