"""Findings as files that code hosts and CI systems read."""

import json
from xml.etree import ElementTree as ET

import pytest

from handrail.finding import Finding, Place
from handrail.report import FORMATS

ONE = Finding(
    Place("docs/pathways/crisis.md", 31, 5), "step-dead-end", "error",
    'step "Call <AMHP> & wait" leads nowhere', "draw an arrow from it",
)  # fmt: skip
TWO = Finding(Place("docs/index.md", 7, 1), "review-overdue", "warning", "due", "review it")


def test_sarif_names_file_line_and_column_of_each_finding():
    log = json.loads(FORMATS["sarif"]([TWO, ONE]))
    assert log["version"] == "2.1.0"
    run = log["runs"][0]
    place = run["results"][1]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "docs/pathways/crisis.md"
    assert place["region"] == {"startLine": 31, "startColumn": 5}
    assert {result["level"] for result in run["results"]} == {"error", "warning"}
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [
        "review-overdue",
        "step-dead-end",
    ]


def test_gitlab_fingerprints_stay_when_lines_move_and_differ_for_each_finding():
    moved = Finding(Place(ONE.place.path, 99, 1), *list(vars(ONE).values())[1:])
    first, second = json.loads(FORMATS["gitlab"]([ONE, moved]))
    assert first["fingerprint"] == json.loads(FORMATS["gitlab"]([moved]))[0]["fingerprint"]
    assert first["fingerprint"] != second["fingerprint"]
    assert first["location"] == {"path": "docs/pathways/crisis.md", "lines": {"begin": 31}}


def test_junit_has_a_failed_case_for_each_finding():
    suite = ET.fromstring(FORMATS["junit"]([ONE, TWO]))
    assert (suite.get("tests"), suite.get("failures")) == ("2", "2")
    failure = suite.find("testcase/failure")
    assert failure.get("message") == 'step "Call <AMHP> & wait" leads nowhere'


def test_junit_holds_one_passed_case_where_nothing_is_found():
    suite = ET.fromstring(FORMATS["junit"]([]))
    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")


def test_junit_leaves_out_characters_that_xml_does_not_allow():
    odd = Finding(Place("docs/a.md"), "r", "error", "a\x00b\x1bc\ufffed", "help")
    assert ET.fromstring(FORMATS["junit"]([odd])).find("testcase/failure").get("message") == "abcd"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_ends_with_a_line_end_or_is_empty(name):
    assert FORMATS[name]([]).endswith("\n") or not FORMATS[name]([])
    assert FORMATS[name]([ONE]).endswith("\n")


@pytest.mark.parametrize("format", ["gitlab", "sarif"])
def test_a_way_to_mend_that_asks_keeps_its_question_mark(format):
    asking = Finding(ONE.place, "link-broken", "error", "no page", "did you mean law.md?")
    assert '"no page. To mend it: did you mean law.md?"' in FORMATS[format]([asking])
