"""The accessibility statement claims what was measured, and no more."""

import json
from datetime import date, timedelta

import pytest
from examine import examine
from projects import SOUND, make_project, run
from protocol import FRONT_MATTER, TODAY, handbook

from handrail import registers
from handrail.audit import FULLY, NOT, PARTIALLY, Audit, Examination, Failure
from handrail.read.audit import read_audit, with_examination

PAGE = (
    FRONT_MATTER.replace("audience", "shows: accessibility statement\naudience")
    + """
# Accessibility statement

## Status {#compliance-status}

Measured:

## Problems {#known-problems}

PROBLEMS

## Tests {#how-we-tested}

Words.

## Contact

Words.
"""
)
TABLE = """
| Problem | Why | Mended by |
|---|---|---|
| image-without-alt on old maps | They come from another body | 1 March 2027 |
"""
FAILURE = Failure("image-without-alt", "maps/index.html", 'the image "map.png" has no words')


def by_program(**changes):
    fields = {"by": "Handrail 1", "how": "Each page", "day": TODAY, "pages": 100}
    return Examination(**(fields | changes))


def by_people(**changes):
    return by_program(by="Two members of staff", by_people=True, **changes)


def statement(*examinations, problems="None.", audience="staff"):
    page = PAGE.replace("PROBLEMS", problems)
    book = handbook({"statement.md": page}, audit=Audit(examinations))
    return registers.completed(book.page["statement.md"], book)


def test_a_site_that_was_not_audited_claims_nothing():
    html = statement()
    assert "has not been audited" in html
    assert not any(words in html for words in (FULLY, PARTIALLY, NOT))


@pytest.mark.parametrize(
    ("examinations", "problems", "status"),
    [
        ((), 0, ""),
        ((by_program(),), 0, PARTIALLY),
        ((by_program(), by_people()), 0, FULLY),
        ((by_program(), by_people()), 1, PARTIALLY),
        ((by_program(failures=(FAILURE,)), by_people()), 0, PARTIALLY),
        ((by_program(), by_people(failures=(FAILURE,))), 0, PARTIALLY),
        ((by_people(pages=1, failures=(FAILURE,)),), 0, NOT),
        ((by_people(pages=2, failures=(FAILURE, FAILURE)),), 0, PARTIALLY),
    ],
)
def test_the_status_follows_from_what_was_found(examinations, problems, status):
    assert Audit(examinations).status(problems) == status


def test_a_program_alone_cannot_say_that_everything_is_well():
    html = statement(by_program())
    assert PARTIALLY in html
    assert "cannot find everything" in html
    assert "listed below" not in html, "nothing is"


def test_it_says_what_was_tested_how_and_when():
    html = statement(by_program(), by_people(day=date(2026, 11, 1), pages=12))
    tested = html[html.index('id="how-we-tested"') :]
    assert "<td>Two members of staff</td><td>Each page</td><td>1 November 2026</td>" in tested
    assert "<td>12</td><td>0</td>" in tested


def test_a_failure_is_listed_with_the_publishers_reason_and_date():
    html = statement(by_program(failures=(FAILURE,)), problems=TABLE)
    assert "<td>They come from another body; 1 March 2027</td>" in html


def test_a_failure_without_a_reason_says_so():
    html = statement(by_program(failures=(FAILURE,)))
    assert "No reason and no date given yet" in html
    assert "1, such as maps/index.html" in html


def test_a_problem_that_the_publisher_tells_of_is_no_full_compliance():
    assert FULLY not in statement(by_program(), by_people(), problems=TABLE)


def test_an_old_audit_says_that_it_is_old():
    assert "more than a year ago" in statement(by_people(day=TODAY - timedelta(400)))
    assert "more than a year ago" not in statement(by_people(day=TODAY - timedelta(300)))


@pytest.mark.browser
def test_what_axe_finds_in_a_site_is_kept_with_its_page(tmp_path, browser):
    (tmp_path / "map.html").write_text(
        "<!doctype html><html lang=en><title>Map</title><main><h1>Map</h1><img src=map.png></main>"
    )
    found = examine(tmp_path, browser)
    assert found.by.startswith("axe-core 4.")
    assert (found.pages, found.by_people) == (1, False)
    assert [(failure.rule, failure.page) for failure in found.failures] == [
        ("image-alt", "map.html")
    ]
    assert read_audit(with_examination(None, found)).examinations == (found,)


def test_words_of_an_audit_cannot_become_markup():
    nasty = Failure("<b>", "<b>", "<b>")
    html = statement(by_program(by="<b>", how="<b>", failures=(nasty,)))
    assert "<b>" not in html


def test_results_are_read_as_they_were_written():
    done = by_people(failures=(FAILURE,))
    assert read_audit(with_examination(None, done)) == Audit((done,))


def test_a_new_examination_takes_the_place_of_the_last_by_the_same():
    text = with_examination(None, by_program(pages=1))
    text = with_examination(text, by_people())
    text = with_examination(text, by_program(pages=2))
    assert read_audit(text) == Audit((by_people(), by_program(pages=2)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "nothing",
        "[" * 99999,
        '{"version": 2, "examinations": []}',
        '{"version": 1, "examinations": [{"by": 1}]}',
        with_examination(None, by_program(pages=0)),
    ],
)
def test_what_cannot_be_read_is_kept_as_such(text):
    audit = read_audit(text)
    assert audit.unread
    assert not audit.examinations


def test_the_check_of_a_published_site_keeps_its_results(tmp_path):
    (tmp_path / "site/maps").mkdir(parents=True)
    (tmp_path / "site/maps/index.html").write_text(
        '<html lang="en"><title>A</title><img src="map.png">', "utf-8"
    )
    (tmp_path / "site/index.html").write_text('<html lang="en"><title>A</title>A', "utf-8")
    check = ("handrail.cli", "check", "--html", "site", "--record", "audit.json")
    assert run(tmp_path, *check).returncode == 1
    (done,) = read_audit((tmp_path / "audit.json").read_text("utf-8")).examinations
    assert (done.day, done.pages, done.by_people) == (TODAY, 2, False)
    assert [(f.rule, f.page) for f in done.failures] == [("image-without-alt", "maps/index.html")]


def test_nothing_is_recorded_of_no_pages(tmp_path):
    ended = run(tmp_path, "handrail.cli", "check", "--html", ".", "--record", "audit.json")
    assert ended.returncode == 2
    assert not (tmp_path / "audit.json").exists()


def test_a_file_of_something_else_is_not_written_over(tmp_path):
    (tmp_path / "a.html").write_text("<title>A</title>", "utf-8")
    (tmp_path / "package.json").write_text("{}", "utf-8")
    check = ("handrail.cli", "check", "--html", "a.html", "--record", "package.json")
    assert run(tmp_path, *check).returncode == 2
    assert (tmp_path / "package.json").read_text("utf-8") == "{}"


def test_results_are_kept_of_html_only(tmp_path):
    project = make_project(tmp_path / "site")
    assert run(project, "handrail.cli", "check", "--record", "audit.json").returncode == 2


def test_the_site_shows_the_results_in_its_project(tmp_path):
    project = make_project(tmp_path / "site", SOUND | {"statement.md": PAGE})
    values = json.loads(with_examination(None, by_people(pages=7)))
    (project / "audit.json").write_text(json.dumps(values), "utf-8")
    built = run(project, "mkdocs", "build")
    assert built.returncode == 0, built.stderr
    assert FULLY in (project / "site/statement/index.html").read_text("utf-8")
