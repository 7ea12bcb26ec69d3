"""The measure of reading: sentences are told apart, and syllables estimated well enough."""

import pytest
from protocol import FRONT_MATTER, handbook

from handrail.access.passages import passages_of
from handrail.access.reading import measure, sentences_of

SYLLABLES = {
    1: "care health names asked shared mean use lie died does our times makes their walked whole",
    2: "people adult social children support parents needed people client quiet diet science uses "
    "every business something therefore safety statement tables little middle special reviewed "
    "wanted handled create wishes places",
    3: "disabled assessment services family area agencies idea permission violence period serious "
    "various hospital pregnancy carefully together opinion video guardian employee however",
    4: "society eligible responsible usually psychiatrist experience evaluate information",
    5: "individual organisation",
}


def test_syllables_are_right_for_nine_words_in_ten():
    words = [(word, number) for number, listed in SYLLABLES.items() for word in listed.split()]
    wrong = [word for word, number in words if measure(sentences_of(word)).syllables != number]
    assert len(wrong) <= len(words) / 10, wrong


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three?", 3),
        ("Ask (e.g. at once). Then wait.", 2),
        ("Phone Dr. Smith, no. 5.", 1),
        ("See section 1.2 of the Act.", 1),
        ("A line\nthat goes on. And “another.” Then more.", 3),
        ("A title without a full stop", 1),
        ("... 5 - 6", 0),
        ("", 0),
    ],
)
def test_sentences_are_told_apart(text, count):
    assert len(sentences_of(text)) == count


def test_a_plain_text_reads_younger_than_a_legal_one():
    plain = "You can ask for help. We will listen to you. Then we tell you what comes next."
    legal = (
        "The responsible authority must undertake proportionate assessment of the individual's "
        "eligibility, notwithstanding any previous determination of a similar application."
    )
    assert measure(sentences_of(plain)).age < 8
    assert measure(sentences_of(legal)).age > 18


def test_nothing_has_no_age():
    assert measure([]).age == 0


def test_what_is_no_running_text_is_no_part_of_a_passage():
    body = (
        "# A page\n\nRun `make` now[^1]. *Bonjour*{: lang=fr } to all.<br>Bye.\n\n"
        "```text\ncode\n```\n\n[^1]: A note.\n"
    )
    book = handbook({"a.md": FRONT_MATTER + body})
    words = [passage.words for passage in passages_of(book.rendered["a.md"])]
    assert words == ["A page", "Run now. to all. Bye.", "A note."]
