"""Findings are printed for people, for pull requests and for machines, and nothing in them can be
taken for something else."""

import json
from pathlib import Path

import pytest

from handrail.finding import Finding, Place
from handrail.report import FORMATS, summary
from handrail.report.plain_html import check_files, told_once
from handrail.report.text import as_line

DEAD_END = Finding(
    Place("docs/pathways/crisis.md", 31, 5),
    "step-dead-end",
    "error",
    'step "Call the AMHP" leads nowhere',
    'draw an arrow from it, or make it an end: amhp(["Call the AMHP"])',
)
OVERDUE = Finding(
    Place("docs/index.md", 7, 1),
    "review-overdue",
    "warning",
    "the review was due by 2026-11-20",
    "ask the owner to review the page and set a new date",
)
ODD = Finding(
    Place("docs/50% off, now: £é.md", 2, 3),
    "image-without-alt",
    "error",
    "first line\r\nsecond, 100% of it: ::error::\x1b[2J",
    "help, with a comma",
    ("23a2a8", "e88epe"),
)


def test_people_get_two_lines_a_finding():
    assert FORMATS["text"]([DEAD_END, OVERDUE]) == (
        'docs/pathways/crisis.md:31:5: error: step "Call the AMHP" leads nowhere [step-dead-end]\n'
        '    help: draw an arrow from it, or make it an end: amhp(["Call the AMHP"])\n'
        "docs/index.md:7:1: warning: the review was due by 2026-11-20 [review-overdue]\n"
        "    help: ask the owner to review the page and set a new date\n"
    )


def test_pull_requests_get_one_command_a_finding():
    assert FORMATS["github"]([DEAD_END, OVERDUE]) == (
        "::error file=docs/pathways/crisis.md,line=31,col=5,title=step-dead-end::"
        'step "Call the AMHP" leads nowhere%0A'
        'draw an arrow from it, or make it an end: amhp(["Call the AMHP"])\n'
        "::warning file=docs/index.md,line=7,col=1,title=review-overdue::"
        "the review was due by 2026-11-20%0Aask the owner to review the page and set a new date\n"
    )


def test_words_of_a_page_cannot_end_a_command_or_begin_another():
    assert FORMATS["github"]([ODD]) == (
        "::error file=docs/50%25 off%2C now%3A £é.md,line=2,col=3,title=image-without-alt::"
        "first line%0D%0Asecond, 100%25 of it: ::error::\x1b[2J%0Ahelp, with a comma\n"
    )


def test_words_of_a_page_stay_on_the_line_of_their_finding():
    assert len(FORMATS["text"]([ODD]).splitlines()) == 2
    assert as_line(ODD) == (
        "docs/50% off, now: £é.md:2:3: error: first line second, 100% of it: ::error:: [2J "
        "[image-without-alt]"
    )


def test_machines_get_every_part_of_a_finding():
    assert json.loads(FORMATS["json"]([DEAD_END, ODD])) == {
        "version": 1,
        "findings": [
            {
                "path": "docs/pathways/crisis.md",
                "line": 31,
                "column": 5,
                "rule": "step-dead-end",
                "level": "error",
                "message": 'step "Call the AMHP" leads nowhere',
                "help": 'draw an arrow from it, or make it an end: amhp(["Call the AMHP"])',
                "act": [],
            },
            {
                "path": "docs/50% off, now: £é.md",
                "line": 2,
                "column": 3,
                "rule": "image-without-alt",
                "level": "error",
                "message": "first line\r\nsecond, 100% of it: ::error::\x1b[2J",
                "help": "help, with a comma",
                "act": ["23a2a8", "e88epe"],
            },
        ],
    }


def test_no_findings_say_nothing_but_to_machines():
    assert (FORMATS["text"]([]), FORMATS["github"]([])) == ("", "")
    assert json.loads(FORMATS["json"]([])) == {"version": 1, "findings": []}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_ends_with_a_line_end(name):
    assert FORMATS[name]([DEAD_END]).endswith("\n")


@pytest.mark.parametrize(
    ("findings", "sentence"),
    [
        ([], "No findings."),
        ([DEAD_END], "Found 1 error and 0 warnings."),
        ([OVERDUE, DEAD_END, ODD], "Found 2 errors and 1 warning."),
    ],
)
def test_findings_are_counted_in_one_sentence(findings, sentence):
    assert summary(findings) == sentence


def test_findings_are_sorted_by_their_place():
    assert sorted([DEAD_END, OVERDUE]) == [OVERDUE, DEAD_END]


def test_a_fault_that_a_template_put_on_every_page_is_told_once(tmp_path):
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.html").write_text(
            f'<!doctype html><html lang=en><title>{name}</title><img src="logo.png">'
        )
    (tmp_path / "d.html").write_text(
        '<!doctype html><html lang=en><title>d</title><img src="map.png">'
    )
    files, found = check_files(tmp_path)
    told = [f for f in told_once(files, found) if f.rule == "image-without-alt"]
    assert [Path(finding.place.path).name for finding in told] == ["a.html", "d.html"]
    assert told[0].message.endswith("so it is on 3 pages")
    assert told[0].help.startswith("mend the template that these pages share: ")


def test_a_template_names_its_files_from_any_depth_of_the_site(tmp_path):
    for name, way in (("a", ""), ("b/b", "../"), ("c/c/c", "../../")):
        page = tmp_path / f"{name}.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f'<html lang=en><title>A page</title><a href="{way}logo.html"></a>')
    files, found = check_files(tmp_path)
    told = told_once(files, found)
    assert [finding.rule for finding in told] == ["link-without-name"]
