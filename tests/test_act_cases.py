"""The W3C's own test cases for accessibility test rules: faults are found, sound pages left alone.

The cases are not part of this project; where they are not beside it, these tests skip.
"""

import json
from collections import defaultdict

import pytest
from protocol import ROOT

from handrail.html import parse_whole
from handrail.rules import check_document

FILE = ROOT.parent / "shared/act/cases.json"
DISPUTED = {"2ee8b8"}
"""Rules of which vendors dispute one case: an abbreviation that only people can tell."""

pytestmark = pytest.mark.skipif(
    not FILE.exists(), reason="the W3C's test cases are not beside the project (../shared/act)"
)


@pytest.fixture(scope="module")
def outcomes():
    """(case, whether a finding stands for its rule) for every case."""
    cases = json.loads(FILE.read_text("utf-8"))
    return [(case, case["rule_id"] in found_in(case["html"])) for case in cases]


def found_in(html):
    """The IDs of the ACT rules that findings in a page stand for."""
    return {rule for f in check_document(parse_whole(html, "page.html")) for rule in f.act}


def test_faults_are_found(outcomes):
    failed = [(case, flagged) for case, flagged in outcomes if case["expected"] == "failed"]
    missed = [f"{case['rule_id']}: {case['html']}" for case, flagged in failed if not flagged]
    assert len(missed) <= len(failed) / 100, "\n\n".join(missed)


def test_sound_pages_are_left_alone(outcomes):
    wrong = defaultdict(list)
    for case, flagged in outcomes:
        if flagged and case["expected"] != "failed":
            wrong[case["rule_id"]].append(case["html"])
    assert set(wrong) <= DISPUTED, dict(wrong)
    assert all(len(pages) == 1 for pages in wrong.values())
