"""One mistake is told once, at the line to mend: what follows from it does not bury it."""

import pytest
from protocol import FRONT_MATTER, handbook

from handrail.rules import check_handbook

WORDS = "# A page\n\nTell the school a day before.\n"
DIAGRAM = """# A page

```mermaid
flowchart TD
    accTitle: Crisis
    accDescr: The AMHP is called, then the AMHP comes and everyone who is there agrees a plan.
    start(["A parent is in crisis"]) --> harm[["Go to: Significant harm"]]
"""
CONFLICT = "<<<<<<< HEAD\nWithin 5 days.\n=======\nWithin 3 days.\n>>>>>>> LIMITS\n"


def found(*pages):
    """(page, line, rule) of every error in these pages, but for what is only unusual about them."""
    book = handbook({f"{name}.md": text for name, text in pages})
    usual = {"page-never-linked", "front-matter-missing"}
    return [
        (finding.place.path, finding.place.line, finding.rule)
        for finding in check_handbook(book)
        if finding.rule not in usual
    ]


@pytest.mark.parametrize(
    ("text", "line", "rule"),
    [
        (FRONT_MATTER.replace("---\n", "", 1) + WORDS, 1, "front-matter-unreadable"),
        (FRONT_MATTER.removesuffix("---\n") + "\n" + WORDS, None, "front-matter-unreadable"),
        (FRONT_MATTER + DIAGRAM, 12, "diagram-unreadable"),
        (FRONT_MATTER + WORDS + "\n```text\n[a](gone.md) HEAD\n", 14, "sign-left-over"),
        (FRONT_MATTER + WORDS + "\n" + CONFLICT, 14, "sign-left-over"),
        (FRONT_MATTER + WORDS + '\n<iframe src="https://example.org/"></iframe>\n', 14,
         "frame-in-page"),
    ],
    ids=["no fence above", "none below", "an open diagram", "open code", "a conflict", "a frame"],
)  # fmt: skip
def test_one_mistake_on_a_page_is_one_finding(text, line, rule):
    line = line or FRONT_MATTER.count("\n") - 1
    assert found(("index", text)) == [("docs/index.md", line, rule)]


def test_what_stands_above_an_open_fence_is_still_judged():
    text = FRONT_MATTER + "# A page\n\nSee [it](gone.md).\n\n```text\n[a](gone.md)\n"
    rules = [rule for _, _, rule in found(("index", text))]
    assert rules == ["link-broken", "sign-left-over"]


def test_an_exception_for_the_frame_leaves_what_else_is_wrong_with_it():
    frame = '<iframe src="https://example.org/"></iframe> <!-- allow frame-in-page: a map -->'
    rules = {rule for _, _, rule in found(("index", FRONT_MATTER + WORDS + "\n" + frame + "\n"))}
    assert rules == {"iframe-without-name", "resource-from-elsewhere"}


def test_a_page_saved_by_an_old_program_is_told_so_and_nothing_else():
    text = (FRONT_MATTER + WORDS).replace("a day", "£20 a day").encode("cp1252")
    book = handbook({"index.md": text})
    assert [finding.rule for finding in check_handbook(book)] == ["page-not-utf8"]
