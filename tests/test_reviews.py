"""What is due, what changed and who owns it: on pages, as feeds, and for code hosts."""

import json
import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from projects import SOUND, make_project, run
from protocol import FRONT_MATTER, ROOT, SETTINGS, handbook

from handrail.publish.pages import page_view
from handrail.registers import completed, files, pathways, review
from handrail.registers.champions import SHOWN
from handrail.report.owners import as_codeowners, unnamed
from handrail.rules.records.json_schema import as_json_schema
from handrail.rules.records.schema import ENTRIES, SHOWS, TYPES
from handrail.settings import WrongSetting, read_settings

ATOM = "{http://www.w3.org/2005/Atom}"
CRISIS = FRONT_MATTER.replace("A page", "Crisis; day, night & “weekend” " + "é" * 40).replace(
    "review_by: 2027-05-21",
    "last_reviewed: 2026-10-01\nreview_by: 2026-11-20\n"
    "changes:\n  - 2026-09-01: First edition\n  - 2026-11-02: Visits <within> 5 days",
)  # fmt: skip
LISTS = FRONT_MATTER.replace("---\n", "---\nshows: [due for review, changes]\n", 1) + "# Lists\n"
FILES = {
    "crisis.md": CRISIS + "\n# Crisis\n",
    "later.md": FRONT_MATTER.replace("A page", "Later") + "\n# Later\n",
    "old.md": FRONT_MATTER.replace("status: draft", "status: superseded") + "\n# Old\n",
    "lists.md": LISTS.replace("A page", "Lists"),
}


def protocol(**changed):
    return handbook(FILES | changed, url="https://protocol.example.org/", title="Protocol")


def unfolded(text):
    return text.replace("\r\n ", "").split("\r\n")


def test_pages_are_listed_by_month_and_by_owner_and_late_ones_are_marked():
    book = protocol()
    html = completed(book.page["lists.md"], book)
    assert html.index("November 2026</h3>") < html.index("May 2027</h3>")
    assert '20 November 2026 <strong data-review-by="2026-11-20">Overdue</strong>' in html
    assert '21 May 2027 <strong data-review-by="2027-05-21" hidden>Overdue</strong>' in html
    assert html.count("<td>Head of service</td><td><ul><li>") == 1
    assert 'href="../old/"' not in html, "what has been replaced needs no review"


def test_changes_are_listed_with_the_latest_first_and_escaped():
    book = protocol()
    html = completed(book.page["lists.md"], book)
    latest = html.index("Visits &lt;within&gt; 5 days")
    assert latest < html.index("First edition")


def test_each_page_says_what_changed_last_and_when_it_was_reviewed():
    view = page_view(protocol(), "crisis.md", (), {})
    assert (view.changed, view.change) == ("2 November 2026", "Visits <within> 5 days")
    assert view.last_reviewed == "1 October 2026"
    assert view.overdue


def test_the_calendar_has_an_event_for_each_review_in_folded_lines():
    text = dict(files(protocol()))["reviews.ics"]
    assert all(len(line) <= 75 for line in text.encode().split(b"\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    lines = unfolded(text)
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 3
    assert "DTSTART;VALUE=DATE:20261120" in lines
    assert f"SUMMARY:Review due: Crisis\\; day\\, night & “weekend” {'é' * 40}" in lines


def test_an_event_keeps_its_name_when_the_review_moves():
    moved = FILES["crisis.md"].replace("review_by: 2026-11-20", "review_by: 2027-11-20")
    names = [
        [line for line in unfolded(dict(files(book))["reviews.ics"]) if line.startswith("UID:")]
        for book in (protocol(), protocol(**{"crisis.md": moved}))
    ]
    assert names[0] == names[1]
    assert len(set(names[0])) == 3


def test_changes_can_be_followed_in_a_feed_reader():
    feed = ElementTree.fromstring(dict(files(protocol()))["amendments.xml"])
    assert feed.findtext(f"{ATOM}updated") == "2026-11-02T00:00:00Z"
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}content") for entry in entries] == [
        "Visits <within> 5 days",
        "First edition",
    ]
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 2
    assert entries[0].find(f"{ATOM}link").get("href") == "https://protocol.example.org/crisis/"


def test_a_program_that_sends_reminders_finds_owners_and_dates_of_all_pages():
    data = json.loads(dict(files(protocol()))["pages.json"])
    crisis = next(page for page in data["pages"] if page["uri"] == "crisis.md")
    assert crisis["url"] == "https://protocol.example.org/crisis/"
    assert (crisis["review_by"], crisis["overdue"]) == ("2026-11-20", True)
    assert crisis["approved"] is None
    assert crisis["changes"][0] == {"date": "2026-11-02", "what": "Visits <within> 5 days"}
    assert len(data["pages"]) == len(FILES)


def test_every_list_that_a_page_may_ask_for_is_one_that_is_made():
    assert set(SHOWS) >= {*pathways.LISTS, *review.LISTS, SHOWN}


def test_owners_with_a_name_on_the_code_host_stand_in_codeowners():
    book = protocol(**{"my page.md": FRONT_MATTER.replace("Head of service", "Director")})
    text = as_codeowners(book.pages, {"head of SERVICE": "@example/early-help"})
    assert "/docs/crisis.md @example/early-help\n" in text
    assert "# /docs/my\\ page.md is owned by Director\n" in text
    assert unnamed(book.pages, {"Head of service": "@me"}) == ["Director"]


def test_the_command_prints_codeowners_and_names_roles_without_a_name(tmp_path):
    project = make_project(tmp_path / "owned", SOUND)
    settings = (project / "mkdocs.yml").read_text("utf-8")
    owners = 'owners: {Head of service: "@example/early-help"}'
    settings = re.sub(r"owners: \{\}.*", owners, settings)
    (project / "mkdocs.yml").write_text(settings, "utf-8")
    done = run(project, "handrail.cli", "owners")
    assert done.returncode == 0, done.stderr
    assert "/docs/index.md @example/early-help\n" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"audience": "everyone"}, 'audience: "everyone" is neither staff nor public'),
        ({"owners": ["Head of service"]}, "owners: needs a line for each role"),
        ({"owners": {"Head of service": 7}}, "owners: needs a line for each role"),
        ({"owner": {}}, "owner: is not a setting; did you mean owners?"),
    ],
)
def test_a_setting_that_cannot_be_used_is_said_plainly(settings, said):
    needed = {"organisation": "Example Council", "edition": "Draft"}
    with pytest.raises(WrongSetting) as error:
        read_settings(needed | settings, date(2026, 11, 21))
    assert said in str(error.value)


def test_the_schema_in_the_repository_is_the_one_that_the_check_uses(accept):
    file = ROOT / "front-matter.schema.json"
    if accept:
        file.write_text(as_json_schema(), "utf-8")
    assert file.read_text("utf-8") == as_json_schema()


def test_the_schema_allows_what_a_page_of_a_type_may_say_and_nothing_else():
    schema = json.loads(as_json_schema())
    assert list(schema["properties"]) == [entry.name for entry in ENTRIES]
    for type_, rule in zip(TYPES, schema["allOf"], strict=True):
        refused = {entry.name for entry in ENTRIES if entry.types and type_ not in entry.types}
        assert set(rule["then"]["properties"]) == refused


def test_the_writers_guide_lists_every_entry_with_the_same_words():
    guide = (ROOT / "docs/manual/reference.md").read_text("utf-8")
    for entry in ENTRIES:
        assert f"| `{entry.name}` | {entry.says}" in guide, entry.name


@pytest.mark.parametrize(("today", "late"), [("2026-11-20", False), ("2026-11-21", True)])
def test_a_page_is_overdue_from_the_day_after_its_date(today, late):
    settings = replace(SETTINGS, today=date.fromisoformat(today))
    assert page_view(handbook(FILES, settings=settings), "crisis.md", (), {}).overdue is late


@pytest.mark.browser
def test_the_browser_shows_that_a_review_is_overdue_when_the_date_passed_after_the_build(
    browser, address
):
    page = browser.new_context().new_page()
    page.clock.set_fixed_time("2027-05-21T12:00:00Z")
    page.goto(f"{address}agencies/adult-social-care/")
    assert not page.locator(".hr-standing[data-review-by]").is_visible()
    page.clock.set_fixed_time("2027-05-22T12:00:00Z")
    page.reload()
    assert page.locator(".hr-standing[data-review-by]").is_visible()
    page.context.close()


@pytest.mark.browser
def test_the_directory_is_narrowed_with_the_keyboard_and_the_choice_can_be_sent(browser, address):
    page = browser.new_context().new_page()
    page.goto(f"{address}champions/")
    rows = page.locator("#hr-champions tbody tr")
    everyone = rows.count()
    page.get_by_label("Language").focus()
    page.keyboard.type("British")
    page.keyboard.press("Tab")
    shown = page.locator("#hr-champions tbody tr:visible").count()
    assert 0 < shown < everyone
    assert page.get_by_role("status").filter(has_text=f"{shown} of {everyone} shown").is_visible()
    page.goto(page.url)
    assert page.locator("#hr-champions tbody tr:visible").count() == shown
    page.get_by_role("button", name="Show all").press("Enter")
    page.wait_for_function(
        "n => document.querySelectorAll('#hr-champions tbody tr:not([hidden])').length === n",
        arg=everyone,
    )
    page.context.close()


@pytest.mark.browser
def test_the_directory_is_whole_where_scripts_are_forbidden(browser, address):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}champions/")
    assert not page.locator(".hr-filter[data-filters]").is_visible()
    assert page.locator("#hr-champions tbody tr:visible").count() > 10
    page.context.close()


def test_a_page_leads_to_its_pdfs_with_their_sizes():
    printed = {"pdf/crisis.pdf": 78_400, "pdf/forms/cards/crisis.pdf": 30, "pdf/protocol.pdf": 8e6}
    view = page_view(protocol(), "crisis.md", (), printed)
    assert [(download.uri, download.size) for download in view.downloads] == [
        ("pdf/crisis.pdf", "78 KB"),
        ("pdf/forms/cards/crisis.pdf", "1 KB"),
        ("pdf/protocol.pdf", "8.0 MB"),
    ]
