"""Champions: read from tables as people paste them, listed in a directory, taken along as files."""

import csv
import io
import re
import time

import pytest
from projects import AGENCY, PATHWAY
from protocol import FRONT_MATTER, handbook

from handrail.phones import find_phones
from handrail.registers import completed, files
from handrail.render.extension import without_places
from handrail.rules import check_handbook

HEAD = """\
---
title: Champions in adult social care
description: Whom to ask in adult social care.
type: champions
owner: Head of service
status: draft
review_by: 2027-05-21
audience: staff
agency: ../agencies/adult-social-care.md
---
# Champions in adult social care

"""
COLUMNS = """\
| Post | Team | Area | Topics | Phone | Email | Hours | Languages | Last confirmed |
|---|---|---|---|---|---|---|---|---|
"""
ROW = (
    "| Champion, north | North team | North | Eligibility, advocacy | 01632 960101 "
    "| north@example.org | 9am to 5pm | English, British Sign Language | 2026-10-05 |\n"
)
SOUTH = (
    "| Champion, south | South team | Whole area | Respite | 18001 01632 960102 "
    "| south@example.org | Weekdays | Welsh | 2026-10-06 |\n"
)
INDEX = (
    FRONT_MATTER.replace("title: A page", "shows: champions\ntitle: Champions")
    + "# Champions\n\n[Adults](adults.md)\n"
)
BASE = {
    "index.md": FRONT_MATTER.replace("A page", "Start") + "\n# Start\n",
    "agencies/adult-social-care.md": AGENCY,
    "champions/index.md": INDEX,
    "pathways/first-contact.md": PATHWAY,
}


def protocol(table=COLUMNS + ROW + SOUTH, **changed):
    return handbook(BASE | {"champions/adults.md": HEAD + table} | changed)


def body_rows(document):
    return list(document.root.select("tbody > tr"))


PASTED = {
    "non-breaking spaces from Word": (
        "| Post | Phone |\n| - | - |\n| Champion, north | 01632 960101 |\n".replace(" ", "\xa0"),
        ("Champion, north", "01632 960101"),
    ),
    "dashes that Word made one of": (
        "| Post | Phone |\n|—|–|\n| Champion, north | 01632 960101 |\n",
        ("Champion, north", "01632 960101"),
    ),
    "a mark of no width before each line, and spaces after it": (
        "\ufeff| Post | Phone |   \n\u200b|---|---|\xa0\n"
        "\u200b| Champion, north | 01632 960101 | \n",
        ("Champion, north", "01632 960101"),
    ),
    "curly quotes and an escaped pipe": (
        "| Post | Phone |\n|---|---|\n| “Champion” day \\| night | 01632 960101 |\n",
        ("“Champion” day | night", "01632 960101"),
    ),
    "a pipe in code, and no pipes at the ends": (
        "Post | Phone\n---|---\nChampion `a|b` | 01632 960101\n",
        ("Champion a|b", "01632 960101"),
    ),
    "tabs and odd spacing": (
        "|Post|Phone|\n|:--|--:|\n|   Champion,\tnorth|01632   960101   |\n",
        ("Champion, north", "01632 960101"),
    ),
    "hyphens that do not break, from Word": (
        "| Post | Phone |\n|---|---|\n| Co\u2011champion | 01632 960101 |\n",
        ("Co-champion", "01632 960101"),
    ),
    "bold words, a link and an entity": (
        "| **Post** | Phone |\n|---|---|\n"
        "| **Champion** &amp; lead | [01632 960101](tel:+441632960101) |\n",
        ("Champion & lead", "01632 960101"),
    ),
}


@pytest.mark.parametrize(("table", "wanted"), PASTED.values(), ids=PASTED)
def test_a_pasted_table_is_read_as_its_writer_sees_it(table, wanted):
    book = protocol(table)
    (champion,) = book.champions
    assert (champion.post, champion.get("phone")) == wanted
    assert len(body_rows(book.rendered["champions/adults.md"])) == 1


def test_the_place_of_a_cell_is_that_of_its_words():
    book = protocol(COLUMNS + ROW.replace("01632 960101", "01632 96010"))
    (finding,) = [found for found in check_handbook(book) if found.rule == "phone-wrong"]
    assert (finding.place.line, finding.place.column) == (15, ROW.index("01632") + 1)


def test_an_exception_may_stand_at_the_end_of_a_row():
    shared = SOUTH.replace("18001 01632 960102", "01632 960101")
    found = {finding.rule for finding in check_handbook(protocol(COLUMNS + ROW + shared))}
    assert "phone-shared" in found
    allowed = shared.rstrip() + " <!-- allow phone-shared: one desk -->\n"
    found = {finding.rule for finding in check_handbook(protocol(COLUMNS + ROW + allowed))}
    assert not found & {"phone-shared", "champion-row-unreadable", "allow-unused"}


def test_five_hundred_champions_are_all_read_shown_and_written_fast():
    rows = "".join(
        ROW.replace("north", f"post {i}").replace("960101", f"960{i:03}")
        for i in range(500)
    ).replace("post ", "post-")
    start = time.process_time()
    book = protocol(COLUMNS + rows)
    html = completed(book.page["champions/index.md"], book)
    written = dict(files(book))
    found = check_handbook(book)
    taken = time.process_time() - start
    assert len(book.champions) == len(body_rows(book.rendered["champions/adults.md"])) == 500
    assert html.count("<tr data-agency=") == 500
    assert written["champions/champions.vcf"].count("BEGIN:VCARD") == 500
    assert len(list(csv.reader(io.StringIO(written["champions/champions.csv"])))) == 501
    assert not [finding for finding in found if finding.place.path == "docs/champions/adults.md"]
    assert taken < 8


def test_the_directory_is_complete_without_a_script():
    html = completed(*(lambda book: (book.page["champions/index.md"], book))(protocol()))
    assert 'aria-label="Choose champions" hidden' in html
    assert html.count('<th scope="row">') == 2
    assert "<script" not in html


def test_a_choice_without_a_script_leaves_the_rows_that_have_its_sign():
    book = protocol()
    html = completed(book.page["champions/index.md"], book)
    assert '<link rel="stylesheet" href="champions.css">' in html
    assert '<option value="team-1">North team</option>' in html
    assert 'data-is="agency-1 team-1 area-1 topic-2 topic-1 language-2 language-1"' in html
    style = dict(files(book))["champions/champions.css"]
    assert '[value="topic-2"]:checked)~.hr-scroll tbody tr:not([data-is~="topic-2"])' in style
    assert "North" not in style


@pytest.mark.browser
def test_a_choice_without_a_script_hides_rows_in_a_browser(browser, address):
    with browser.new_context(java_script_enabled=False) as context, context.new_page() as page:
        page.goto(f"{address}champions/")
        rows = page.locator("#hr-champions tbody tr")
        everybody = rows.count()
        page.locator(".hr-filter--plain select[name=agency]").select_option(index=1)
        shown = page.locator("#hr-champions tbody tr:visible").count()
        assert 0 < shown < everybody
        page.get_by_role("button", name="Show all").press("Enter")
        assert page.locator("#hr-champions tbody tr:visible").count() == everybody


def test_links_to_phones_and_mailboxes_say_whose_they_are():
    book = protocol()
    html = completed(book.page["champions/index.md"], book)
    assert (
        '<a href="tel:+441632960101" aria-label="01632 960101, phone Champion, north">01632' in html
    )
    assert 'href="tel:1800101632960102"' in html, "text relay is dialled before the number"
    assert (
        '<a href="mailto:north@example.org" '
        'aria-label="north@example.org, write to Champion, north">' in html
    )


def test_a_champion_for_the_whole_area_is_found_under_every_area():
    book = protocol()
    html = completed(book.page["champions/index.md"], book)
    assert html.count('data-area="North"') == 2


def test_what_a_row_says_is_escaped():
    book = protocol(COLUMNS + ROW.replace("Eligibility", '"><img src=x onerror=alert(1)>'))
    for uri in ("champions/index.md", "pathways/first-contact.md"):
        assert "<img" not in completed(book.page[uri], book)


def test_the_downloads_say_their_type_and_size():
    book = protocol()
    html = without_places(completed(book.page["champions/index.md"], book))
    assert re.search(r'<a href="champions.vcf" download>[^<]*\(vCard, \d+ KB\)</a>', html)
    assert re.search(r'<a href="champions.csv" download>[^<]*\(CSV, \d+ KB\)</a>', html)


def test_contact_cards_are_escaped_and_folded_between_characters():
    long = "Eligibility; " + "ŵyneb " * 30 + "a \\ b"
    book = protocol(COLUMNS + ROW.replace("Eligibility", long))
    text = dict(files(book))["champions/champions.vcf"]
    lines = text.encode().split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode() is not None for line in lines), "no character is cut in two"
    assert b"\n" not in text.encode().replace(b"\r\n", b"")
    whole = text.replace("\r\n ", "")
    assert "FN:Champion\\, north\r\n" in whole
    assert "ORG:Adult social care;North team\r\n" in whole
    assert 'TEL;VALUE=uri;TYPE="voice,work":tel:+441632960101\r\n' in whole
    assert "Topics: Eligibility\\; ŵyneb" in whole
    assert "a \\\\ b\\, advocacy\\nHours" in whole


@pytest.mark.parametrize("cell", ["=1+1", "+44 1632", "-2", "@SUM(A1)", "=cmd\\|' /C calc'!A0"])
def test_a_spreadsheet_runs_nothing_that_a_row_says(cell):
    book = protocol(COLUMNS + ROW.replace("Eligibility, advocacy", cell))
    rows = csv.reader(io.StringIO(dict(files(book))["champions/champions.csv"].lstrip("\ufeff")))
    topics = [row[4] for row in rows][1]
    assert topics == "'" + cell.replace("\\|", "|")


def test_consent_is_not_published_in_files():
    table = COLUMNS.replace("confirmed |\n", "confirmed | Consent |\n")
    table = table.replace("|---|\n", "|---|---|\n")
    book = protocol(table + ROW.replace("2026-10-05 |", "2026-10-05 | Yes, in writing |"))
    assert all("in writing" not in str(content) for _, content in files(book))


def test_a_pathway_shows_the_champions_of_the_agencies_in_it():
    book = protocol()
    html = completed(book.page["pathways/first-contact.md"], book)
    assert html.count('<th scope="row">Champion, ') == 2


def test_a_pathway_that_names_a_team_shows_the_champion_of_that_team_only():
    team = PATHWAY.replace('["Adult social care"]', '["North team"]')
    agency = AGENCY.replace("audience:", "also_called: [North team]\naudience:")
    book = protocol(
        **{"pathways/first-contact.md": team, "agencies/adult-social-care.md": agency}
    )
    html = completed(book.page["pathways/first-contact.md"], book)
    assert "Champion, north" in html
    assert "Champion, south" not in html


def test_a_pathway_shows_ten_champions_of_an_agency_and_a_link_to_the_others():
    rows = "".join(ROW.replace("north", f"post {i}") for i in range(14))
    book = protocol(COLUMNS + rows)
    html = completed(book.page["pathways/first-contact.md"], book)
    assert html.count('<th scope="row">Champion, ') == 10
    assert '<a href="../../champions/adults/"' in html
    assert "4 more" in html


def test_the_page_of_an_agency_lists_the_steps_that_pathways_ask_of_it():
    book = protocol()
    html = completed(book.page["agencies/adult-social-care.md"], book)
    assert "What this protocol asks of this agency" in html
    assert 'href="../../pathways/first-contact/#pathway-1-step-3"' in html
    assert "Step 3: Visit <strong>within 5 working days</strong></a>" in html
    assert "A parent asks for help" not in html, "starts and ends ask nothing of anybody"


def test_the_steps_of_a_team_stand_on_the_page_of_its_agency_with_its_name():
    team = PATHWAY.replace('["Adult social care"]', '["North team"]')
    agency = AGENCY.replace("audience:", "also_called: [North team]\naudience:")
    book = protocol(
        **{"pathways/first-contact.md": team, "agencies/adult-social-care.md": agency}
    )
    html = completed(book.page["agencies/adult-social-care.md"], book)
    assert "Step 2: Are there children?</a> (North team)" in html


@pytest.mark.parametrize(
    ("written", "dial"),
    [
        ("01632 960101", "+441632960101"),
        ("(01632) 960101", "+441632960101"),
        ("+44 (0)20 7946 0000", "+442079460000"),
        ("01632\u2011960\u2011101 ext 23", "+441632960101;ext=23"),
        ("18001 0300 123 4567", "1800103001234567"),
        ("999", "999"),
        ("116 123", "116123"),
    ],
)
def test_a_number_is_dialled_as_it_was_meant(written, dial):
    (phone,) = find_phones(f"Phone {written}, please")
    assert (phone.dial, phone.valid) == (dial, True)


@pytest.mark.parametrize("words", ["2026-10-05", "9am to 5pm", "SI 2015/313", "8.30am", "24/7"])
def test_dates_and_times_are_no_numbers(words):
    assert find_phones(words) == ()


def test_a_topic_is_one_choice_whether_or_not_it_begins_a_list():
    table = COLUMNS + ROW + SOUTH.replace("Respite", "Advocacy, respite")
    book = protocol(table)
    html = completed(book.page["champions/index.md"], book)
    assert re.findall(r'<option value="topic-\d">([^<]+)', html) == [
        "Advocacy", "Eligibility", "Respite",
    ]  # fmt: skip
