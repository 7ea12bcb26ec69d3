"""What to ask for a page of each kind."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from datetime import date

from handrail.handbook import Settings
from handrail.law.keys import read_key
from handrail.law.kinds import NATIONS
from handrail.rules.records.schema import CHOICES
from handrail.write.ask import PLACEHOLDER, Answers, Question
from handrail.write.known import (
    KEYS,
    Known,
    number,
    one_of,
    phone,
    plain,
    provisions,
    some_of,
    source,
)

FOLDERS = {
    "pathway": "pathways", "instrument": "legislation", "champions": "champions",
    "agency": "agencies", "section": "protocol",
}  # fmt: skip
"""What can be made, and where it stands; sections stand anywhere."""
_NOBODY = Settings("nobody", "none", (), 12, date(2026, 1, 1))


def questions(kind: str, known: Known) -> list[Question]:
    """What to ask for a page of one of the kinds, in order."""
    asked = {
        "pathway": _for_pathway, "instrument": _for_instrument, "champions": _for_champions,
        "agency": _for_agency, "section": _for_section,
    }  # fmt: skip
    return asked[kind](known)


def flags(kind: str) -> list[Question]:
    """The questions of a kind as far as they are known without a protocol."""
    return questions(kind, Known((), (), (), _NOBODY))


def _title(known: Known, folder: str, example: str) -> Question:
    return Question("title", "What is the page called?", example, known.new_title(folder))


def _rest(known: Known, folder: str, owner: Callable[[Answers], str] | None = None) -> list:
    """What every page has."""

    def audience(answers: Answers) -> str:
        index = known.index(answers.get("folder", folder))
        return index.get("audience", "staff") if index else "staff"

    return [
        Question(
            "description", "What is the page for, in one sentence?",
            "Who acts when a parent cannot read letters.", plain,
            lambda answers: PLACEHOLDER,
        ),
        Question(
            "owner", "Which role answers for it? A role stays when a person leaves",
            "Head of service, early help", plain, owner,
        ),
        Question(
            "audience", "Who may read it: staff, or the public too? Answer staff or public",
            "staff", one_of(("staff", "public")), audience,
        ),
    ]  # fmt: skip


def _for_pathway(known: Known) -> list[Question]:
    agencies = ", ".join(agency.name for agency in known.agencies[:3])
    example = next((f"{posixpath.basename(one.page.uri)}#{one.provisions[0].id}"
                    for one in known.instruments if one.provisions), "")  # fmt: skip
    return [
        _title(known, "pathways", "A parent who cannot read letters"),
        Question("start", "What starts it, in a few words?",
                 "A parent asks for help with a letter", plain),
        Question("agencies", "Which agencies act, in the order in which they act?", agencies,
                 known.acting),
        Question("law", "Which provision does it rest on?", example, known.law),
        *_rest(known, "pathways"),
    ]  # fmt: skip


def _for_instrument(known: Known) -> list[Question]:
    def nations(answers: Answers) -> str:
        key = read_key(answers["key"])
        return ", ".join(key.kind.nations) if key else ""

    return [
        _title(known, "legislation", "Autism Act 2009"),
        Question(
            "key", "What is its key, the end of its address on legislation.gov.uk? For guidance, "
            "the address where it is published", "ukpga/2009/15", source,
            lambda answers: KEYS.get(answers["title"].replace("’", "'"), ""),
        ),
        Question("nations", "Where does it apply? England, Wales, Scotland, Northern Ireland",
                 "England, Wales", some_of(NATIONS)),
        Question("standing", f"Is it in force? Answer {', '.join(CHOICES['standing'])}",
                 "in force", one_of(CHOICES["standing"]), lambda answers: "in force"),
        Question("provisions", "Which provisions does the protocol use?", "section 1, section 2",
                 provisions),
        *_rest(known, "legislation"),
    ]  # fmt: skip


def _for_champions(known: Known) -> list[Question]:
    def owner(answers: Answers) -> str:
        return known.page(answers["agency"]).get("owner")

    def name(answers: Answers) -> str:
        called = known.page(answers["agency"]).title
        return f"Champions in {called[:1].lower() + called[1:]}"

    return [
        Question("agency", "Whose champions are they? The agency's name", "Housing", known.agency),
        Question("title", "What is the page called?", "Champions in housing", plain, name),
        Question("post", "What is the first champion's post?", "Champion, housing options", plain),
        Question("team", "Which team is that?", "Housing options", plain),
        Question("phone", "What is the work phone number, or None?", "01632 960100", phone),
        Question("email", "What is the work email address, or None?", "champion@example.org",
                 known.email),
        Question("confirmed", "When did the post-holder say that this is right?", "2026-11-21",
                 known.confirmed, lambda answers: str(known.settings.today)),
        *_rest(known, "champions", owner),
    ]  # fmt: skip


def _for_agency(known: Known) -> list[Question]:
    return [
        _title(known, "agencies", "Fire and rescue service"),
        Question("kind", f"What part has it? Answer {', '.join(CHOICES['kind'])}", "partner",
                 one_of(CHOICES["kind"]), lambda answers: "partner"),
        Question("phone", "What number do people call in working hours?", "01632 960100", number),
        Question("out_of_hours", "What number do people call at any other time?", "01632 960190",
                 number),
        *_rest(known, "agencies"),
    ]  # fmt: skip


def _for_section(known: Known) -> list[Question]:
    folders = known.folders
    usual = FOLDERS["section"]
    return [
        Question("folder", f"In which folder? {', '.join(folders)}", usual, one_of(folders),
                 lambda answers: usual if usual in folders else (folders or ("protocol",))[0]),
        _title(known, usual, "Families who live in two places"),
        *_rest(known, usual),
    ]  # fmt: skip
