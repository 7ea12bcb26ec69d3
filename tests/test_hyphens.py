"""Long words of the book may be broken at the end of a line, as British printers do."""

import re
from dataclasses import replace

import pytest
from paper import book, page, text_of
from protocol import SETTINGS

from handrail.handbook import Entry

pytestmark = pytest.mark.pdf

REST = "knowledge of safeguarding and of assessments in the whole of the family"
LINES = [f"{'m ' * shift}{REST}" for shift in range(20, 60)]
"""Lines of which some end in the middle of each long word."""
TEXT = "\n\n".join(LINES)
BROKEN = re.compile(r"(\w+)\x02\s*(\w+)")
"""Where a line ends in a hyphen, as PDFium reads it."""


def broken(pdf):
    return set(BROKEN.findall(text_of(pdf)))


def printed(text, title="The protocol", audience="staff", **choices):
    printing = replace(SETTINGS.printing, **choices)
    menu = (Entry(title, "index.md"),)
    settings = replace(SETTINGS, printing=printing, audience=audience)
    return book({"index.md": page(f"# A page\n\n{text}")}, menu=menu, settings=settings)


def test_words_are_broken_where_british_printers_break_them():
    assert broken(printed(TEXT)) == {("safe", "guarding"), ("assess", "ments")}


def test_copies_of_a_word_that_is_not_broken_are_as_it_is_written():
    text = text_of(printed(REST))
    assert REST in text


@pytest.mark.parametrize(
    "whole",
    {
        "names and addresses": TEXT.replace("safeguarding", "safeguarding.example.org")
        .replace("assessments", "Assessments"),
        "links": "\n\n".join(f"[{line}](https://www.example.org/)" for line in LINES),
        "headings": "\n\n".join(f"## {line}" for line in LINES),
        "tables": "| A |\n|---|\n" + "\n".join(f"| {line} |" for line in LINES),
        "code": "\n\n".join(f"`{line}`" for line in LINES),
        "another language": "\n\n".join(f'<span lang="cy">{line}</span>' for line in LINES),
        "the last words of a paragraph": TEXT.replace(" in the whole of the family", "")
        .replace("safeguarding", "safety"),
    }.items(),
    ids=lambda case: case[0],
)  # fmt: skip
def test_words_stay_whole_in(whole):
    assert broken(printed(whole[1])) == set()


def test_words_stay_whole_where_the_publisher_wants_it():
    assert broken(printed(TEXT, hyphenation=False)) == set()


def test_words_stay_whole_in_large_print():
    assert broken(printed(TEXT, large_print=True)) == set()


def test_words_stay_whole_in_what_parents_read():
    assert broken(printed(TEXT, title=SETTINGS.printing.booklet)) == set()


def test_words_stay_whole_in_the_public_edition():
    assert broken(printed(TEXT, audience="public")) == set()
