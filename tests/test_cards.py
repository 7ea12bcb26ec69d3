"""A pathway on a card for the wallet: what cannot wait, whom to call, by when to act."""

import pytest
from paper import AGENCY, PATHWAY, PRESS, page, pages_of, tags_of, text_of
from protocol import handbook
from test_sheets import DIAGRAM, FILES, URI, letter_sizes, long_pathway, printed

from handrail.publish.sheets import print_card
from handrail.publish.typeset import CannotPrint

pytestmark = pytest.mark.pdf

STEP = 'visit["Visit within 5 working days"]'


def card(files: dict[str, str] = FILES) -> list[str]:
    """The words of each face of the card."""
    return [text.replace("\u00a0", " ") for text in pages_of(printed(print_card, files))]


def shared(*agencies: tuple[str, str], kind: str = "partner") -> dict[str, str]:
    """A pathway in which agencies act that have these rows as their contacts; the last is of a
    kind."""
    files = {}
    groups = ""
    for number, (name, rows) in enumerate(agencies):
        front = AGENCY.replace("Adult social care", name)
        if number == len(agencies) - 1:
            front = front.replace("type: agency", f"type: agency\nkind: {kind}")
        table = f"| When | Contact | How |\n|---|---|---|\n{rows}\n"
        files[f"agencies/a{number}.md"] = page(f"# {name}\n\n{table}", front)
        groups += f'    subgraph a{number}["{name}"]\n        s{number}["Do {number}"]\n    end\n'
    lines = "".join(f"    s{n - 1} --> s{n}\n" for n in range(1, len(agencies)))
    source = f"```mermaid\nflowchart TD\n{groups}{lines}```\n"
    return files | {URI: page(f"# First contact\n\n{source}", PATHWAY)}


def crowded(agencies: int) -> dict[str, str]:
    """A pathway of so many agencies, each with three numbers and a step with a time limit."""
    rows = "\n".join(f"| On occasion {n} | Team {n} | 01632 {{0:03}}{n:03} |" for n in range(3))
    named = [(f"Agency number {n}", rows.format(n)) for n in range(agencies)]
    files = shared(*named)
    for n in range(agencies):
        files[URI] = files[URI].replace(f'["Do {n}"]', f'["Do {n} within {n + 2} working days"]')
    return files


def test_each_card_says_which_pathway_it_is_of():
    steps = "".join(f'visit --> s{n}["Do thing {n} within {n} days"]\n' for n in range(2, 30))
    files = FILES | {URI: FILES[URI].replace("visit --> done", f"visit --> done\n{steps}")}
    pages = pages_of(printed(print_card, files))
    assert len(pages) > 1
    assert all("First contact" in text for text in pages)
    assert "Edition: Draft 1. Printed 21 November 2026." in pages[0].replace("\u00a0", " ")


def test_a_card_says_whom_to_call_and_by_when_to_act():
    text = text_of(printed(print_card)).replace("\u00a0", " ")
    for words in (
        "Call 999 first",
        "01632 960190",
        "Visit within 5 working days",
        "Check the latest",
    ):
        assert words in text


def test_a_number_that_agencies_share_is_on_a_card_once_with_whose_it_is():
    night = "| Any other time | Duty team | 01632 960190 |"
    text = " ".join(card(shared(("Adult care", night), ("Child care", night))))
    assert "Duty team (Adult care, Child care), 01632 960190: Any other time" in text
    assert text.count("01632 960190") == 1


def test_each_occasion_for_a_number_stays_with_the_agency_that_says_so():
    files = shared(
        ("Adult care", "| Any other time | Duty team | (01632) 960190 |"),
        ("Schools", "| A child is at risk | Duty team | 01632 960190 |"),
    )
    assert (
        "Duty team, 01632 960190: Any other time (Adult care); A child is at risk (Schools)"
    ) in " ".join(card(files))


def test_who_else_answers_at_another_time_stays_with_that_time():
    rows = (
        "| Monday to Friday, 9am to 5pm | Advocates | 01632 960900 |\n"
        "| Any other time | Voicemail, answered the next day | 01632 960900 |"
    )
    said = "01632 960900: Mon to Fri, 9am to 5pm; Any other time: Voicemail, answered the next day"
    assert f"Advocates (Advocacy), {said}" in " ".join(card(shared(("Advocacy", rows))))


def test_the_numbers_of_every_worker_are_those_of_the_agencies():
    files = shared(
        ("Child care", "| Any other time | Duty team, which answers for all | 01632 960190 |"),
        (
            "Any worker",
            "| You are worried at any other time | Duty team | 01632 960190 |\n"
            "| You want advice | Helpline | 01632 960333 |",
        ),
        kind="everyone",
    )
    text = " ".join(card(files))
    assert "worried" not in text
    assert "Helpline, 01632 960333: You want advice" in text


def test_addresses_with_the_same_digits_are_not_taken_for_one_number():
    rows = "| One | Team a | a111@example.org |\n| Other | Team b | b111@example.org |"
    text = " ".join(card(shared(("Adult care", rows))))
    assert "a111@example.org" in text
    assert "b111@example.org" in text


def test_a_step_that_several_agencies_take_is_on_a_card_once():
    again = f'{STEP} --> again["Visit within 5 working days"]'
    files = FILES | {URI: FILES[URI].replace(STEP, again)}
    assert " ".join(card(files)).count("Visit within 5 working days") == 1


def test_the_code_and_the_edition_are_on_the_first_face_with_what_cannot_wait():
    pdf = printed(print_card)
    first, *others = pages_of(pdf)
    for words in ("Call 999 first", "Contacts", "Edition:"):
        assert words in first
        assert words not in " ".join(others)
    tags = tags_of(pdf)
    assert tags.count("Figure") == 1
    assert tags.index("Figure") < tags.index("H2")


def test_without_an_address_a_card_has_no_code():
    protocol = handbook(FILES)
    pdf = print_card(protocol, protocol.page[URI], PRESS)
    assert tags_of(pdf).count("Figure") == 0
    assert "First contact A child may be in danger now. Call 999 first." in pages_of(pdf)[0]
    assert "Check the latest" not in text_of(pdf)


def test_a_card_that_holds_everything_does_not_speak_of_the_sheet():
    faces = card()
    assert len(faces) == 2
    assert "Champion, front door" in faces[1]
    assert "sheet" not in " ".join(faces)


def test_champions_have_only_the_room_that_is_left():
    steps = "".join(f'visit --> s{n}["Do thing {n} within {n} days"]\n' for n in range(2, 17))
    files = FILES | {URI: FILES[URI].replace("visit --> done", f"visit --> done\n{steps}")}
    first, second = card(files)
    assert "Do thing 16 within 16 days" in second
    assert "Champion" not in first + second
    assert "The rest is on the sheet." in first


def test_what_four_faces_do_not_hold_is_said_to_be_on_the_sheet():
    faces = card(crowded(20))
    assert len(faces) == 4
    assert "The rest is on the sheet." in faces[0]
    assert "more: see the sheet" in faces[2]
    assert "Do 0 within 2 working days" in faces[3]
    assert faces[3].count("more: see the sheet") == 1


def test_contacts_and_steps_are_left_out_from_their_end():
    text = " ".join(card(crowded(20)))
    shown = [n for n in range(20) if f"Do {n} within" in text]
    called = [n for n in range(20) if f"Agency number {n}" in text]
    assert shown == list(range(len(shown)))
    assert called == list(range(len(called)))
    assert f"{20 - len(shown)} more: see the sheet" in text


@pytest.mark.parametrize("files", [FILES, crowded(20), long_pathway(3)])
def test_no_letter_on_a_card_is_below_eight_points(files):
    assert min(letter_sizes(printed(print_card, files))) >= 8


def test_a_card_of_a_pathway_without_contacts_and_limits_has_one_face():
    source = DIAGRAM.replace(" within 5 working days", "")
    (face,) = card({URI: page(f"# First contact\n\n{source}", PATHWAY)})
    assert "Check the latest" in face
    assert "Contacts" not in face


@pytest.mark.parametrize("times", [8, 20, 30])
def test_a_long_warning_stays_on_the_first_face(times):
    files = FILES | {URI: FILES[URI].replace("Call 999 first.", "Call 999 first. " * times)}
    first, *_ = card(files)
    assert first.count("Call 999 first.") == times


def test_a_warning_that_the_first_face_does_not_hold_is_refused():
    files = FILES | {URI: FILES[URI].replace("Call 999 first.", "Call 999 first. " * 90)}
    with pytest.raises(CannotPrint) as error:
        card(files)
    said = str(error.value)
    assert said.startswith(f"docs/{URI}:")
    assert "the card does not fit: its title and danger box are " in said
    assert said.endswith("; say them in fewer words")
