"""Writers can allow an exception on the spot, with a reason, and only as long as it is needed."""

import pytest
from protocol import FRONT_MATTER, handbook

from handrail.rules import check_handbook

FIRST = FRONT_MATTER.count("\n")
"""Lines above the words of a page."""


RULES = ("link-broken", "link-text-vague", "step-unreachable")
"""The rules that the examples are about, beside those for exceptions themselves."""


def found(body: str) -> list[tuple[int, str]]:
    """(line of the body, rule) of what is found in a page with these words."""
    findings = check_handbook(handbook({"index.md": FRONT_MATTER + body}))
    return [
        (finding.place.line - FIRST, finding.rule)
        for finding in findings
        if finding.rule in RULES or finding.rule.startswith("allow-")
    ]


def help_for(body: str, rule: str) -> str:
    findings = check_handbook(handbook({"index.md": FRONT_MATTER + body}))
    return next(finding.help for finding in findings if finding.rule == rule)


def diagram(*lines: str) -> str:
    head = ["```mermaid", "flowchart TD", "accTitle: Crisis", "accDescr: Who is called"]
    return "\n".join([*head, *lines, "```", ""])


def test_nothing_is_found_in_a_sound_page():
    assert found("# Start\n") == []


def test_an_exception_on_a_line_of_its_own_covers_the_block_below():
    assert (
        found("<!-- allow link-broken: page follows -->\n[One](one.md)\nand [two](two.md)\n") == []
    )


def test_an_exception_may_stand_an_empty_line_above_its_block():
    assert found("<!-- allow link-broken: page follows -->\n\n[One](one.md)\n") == []


def test_an_exception_covers_its_block_only():
    body = "<!-- allow link-broken: page follows -->\n[One](one.md)\n\n[Two](two.md)\n"
    assert found(body) == [(4, "link-broken")]


def test_an_exception_at_the_end_of_a_line_covers_that_line_only():
    body = "[One](one.md) <!-- allow link-broken: page follows -->\n[Two](two.md)\n"
    assert found(body) == [(2, "link-broken")]


def test_an_exception_covers_its_own_rule_only():
    body = "<!-- allow link-text-vague: a button -->\n[here](one.md)\n"
    assert found(body) == [(2, "link-broken")]


def test_several_exceptions_stand_above_each_other():
    body = (
        "<!-- allow link-broken: page follows -->\n"
        "<!-- allow link-text-vague: a button -->\n"
        "[here](one.md)\n"
    )
    assert found(body) == []


def test_several_exceptions_stand_on_one_line():
    body = (
        "[here](one.md) <!-- allow link-broken: soon --> <!-- allow link-text-vague: button -->\n"
    )
    assert found(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "!!! note\n    <!-- allow link-broken: page follows -->\n    [One](one.md)\n",
        "> <!-- allow link-broken: page follows -->\n> [One](one.md)\n",
        "- [One](one.md) <!-- allow link-broken: page follows -->\n",
        "| A |\n|---|\n| [One](one.md) <!-- allow link-broken: page follows --> |\n",
    ],
)
def test_an_exception_works_in_boxes_quotations_lists_and_tables(body):
    assert found(body) == []


@pytest.mark.parametrize("comment", ["<!-- allow link-broken -->", "<!-- allow link-broken: -->"])
def test_an_exception_needs_a_reason(comment):
    body = f"{comment}\n[One](one.md)\n"
    assert found(body) == [(1, "allow-without-reason"), (2, "link-broken")]
    assert "<!-- allow link-broken: " in help_for(body, "allow-without-reason")


def test_an_exception_that_allows_nothing_is_found():
    assert found("<!-- allow link-broken: page follows -->\nWords\n") == [(1, "allow-unused")]


def test_an_exception_for_a_rule_that_does_not_exist_is_found():
    body = "<!-- allow link-brokn: page follows -->\n[One](one.md)\n"
    assert found(body) == [(1, "allow-unused"), (2, "link-broken")]
    assert help_for(body, "allow-unused") == 'did you mean "link-broken"?'


def test_an_exception_at_the_end_of_a_page_is_found():
    assert found("Words\n\n<!-- allow link-broken: page follows -->") == [(3, "allow-unused")]


def test_a_line_of_a_diagram_is_allowed_from_within():
    body = diagram(
        "start([One]) --> two([Two])",
        "%% allow step-unreachable: reached by phone only",
        "three[[Three]] --> two",
        "four[[Four]] --> two",
    )
    assert found(body) == [(8, "step-unreachable")]


def test_a_whole_diagram_is_allowed_from_above():
    body = "<!-- allow step-unreachable: reached by phone only -->\n" + diagram(
        "start([One]) --> two([Two])", "", "three[[Three]] --> two", "four[[Four]] --> two"
    )
    assert found(body) == []


def test_an_exception_above_a_diagram_ends_with_it():
    body = "<!-- allow link-broken: page follows -->\n" + diagram("a([One]) --> b([Two])")
    assert found(body + "[One](one.md)\n") == [(1, "allow-unused"), (8, "link-broken")]


def test_an_exception_in_a_diagram_needs_a_reason():
    body = diagram(
        "start([One]) --> two([Two])", "%% allow step-unreachable", "three[[Three]] --> two"
    )
    assert found(body) == [(6, "allow-without-reason"), (7, "step-unreachable")]


def test_an_entry_of_the_front_matter_is_allowed_in_a_comment_beside_it():
    page = FRONT_MATTER.replace(
        "review_by: 2027-05-21", "review_by: 2025-05-21 # <!-- allow review-overdue: in hand -->"
    )
    assert check_handbook(handbook({"index.md": page})) == []


def test_an_example_of_an_exception_in_code_is_none():
    assert found("```markdown\n<!-- allow link-broken: page follows -->\n```\n") == []
    assert found("Write %% allow step-unreachable: by phone only\n") == []


def test_an_exception_of_one_page_covers_no_other():
    text = FRONT_MATTER + "[One](one.md)\n"
    allowed = FRONT_MATTER + "<!-- allow link-broken: page follows -->\n[One](one.md)\n"
    findings = check_handbook(handbook({"index.md": allowed, "two.md": text}))
    broken = [finding for finding in findings if finding.rule == "link-broken"]
    assert [finding.place.path for finding in broken] == ["docs/two.md"]
