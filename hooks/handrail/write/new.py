"""Makes a new page that passes the check: what to ask for each kind, and how the page begins."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from string import Template

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
    provision_id,
    provisions,
    some_of,
    source,
    uri_of,
    way,
)
from handrail.write.source import scalar

FOLDERS = {
    "pathway": "pathways", "instrument": "legislation", "champions": "champions",
    "agency": "agencies", "section": "protocol",
}  # fmt: skip
"""Where each kind stands; sections stand anywhere."""
_NOBODY = Settings("nobody", "none", (), 12, date(2026, 1, 1))
_PAGES = Path(__file__).parent / "pages"


@dataclass(frozen=True)
class NewPage:
    """A page that is not yet written."""

    uri: str
    """Its path from the docs folder."""
    title: str
    """Its title."""
    says: str
    """What a list of pages says of it."""
    audience: str
    """Whom it is for."""
    text: str
    """The whole file."""
    nation: str = ""
    """The first nation in which the law that it describes applies."""


def questions(kind: str, known: Known) -> list[Question]:
    """What to ask for a page of one of the `KINDS`, in order."""
    asked, _ = _PARTS[kind]
    return asked(known)


def flags(kind: str) -> list[Question]:
    """The questions of a kind as far as they are known without a protocol."""
    return questions(kind, Known((), (), (), (), _NOBODY))


def make(kind: str, answers: Answers, known: Known) -> NewPage:
    """The page that the answers describe."""
    _, made = _PARTS[kind]
    fields = dict(answers) | made(answers, known)
    entries = {
        "title": answers["title"],
        "description": answers["description"],
        "type": "legislation" if kind == "instrument" else kind,
        "owner": answers["owner"],
        "status": "draft",
        "review_by": str(known.review_by),
        "audience": answers["audience"],
        **{name[6:]: value for name, value in fields.items() if name.startswith("entry_")},
    }
    head = "".join(f"{name}: {scalar(value)}\n" for name, value in entries.items() if value)
    body = Template((_PAGES / f"{kind}.md").read_text("utf-8")).substitute(fields)
    return NewPage(
        _uri(kind, answers),
        answers["title"],
        answers["description"],
        answers["audience"],
        f"---\n{head}---\n{body}",
        answers.get("nations", "").partition(",")[0],
    )


def _uri(kind: str, answers: Answers) -> str:
    if kind == "champions":
        return f"champions/{posixpath.basename(answers['agency'])}"
    return uri_of(answers.get("folder", FOLDERS[kind]), answers["title"])


# What to ask -------------------------------------------------------------------------------------


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
        return _page(known, answers["agency"]).get("owner")

    def name(answers: Answers) -> str:
        called = _page(known, answers["agency"]).title
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


# How the page begins -----------------------------------------------------------------------------


def _pathway(answers: Answers, known: Known) -> dict[str, str]:
    law, _, anchor = answers["law"].partition("#")
    instrument = next(one for one in known.instruments if one.page.uri == law)
    heading = next(one.heading for one in instrument.provisions if one.id == anchor)
    steps, limits = _steps(answers["agencies"].split("; "))
    return {
        "steps": "\n".join(f"    {line}" for line in steps),
        "limits": "\n".join(limits),
        "law": way(_uri("pathway", answers), answers["law"]),
        "provision": f"{heading.partition(':')[0]} of the {instrument.page.title}",
    }


def _steps(agencies: list[str]) -> tuple[list[str], list[str]]:
    """The lines of a diagram in which each agency acts once, and rows of its time limits."""
    lines, limits = [], []
    for at, name in enumerate(agencies, 1):
        step = f"[[Fill in: what {name} does]] within 5 working days"
        lines += [f'subgraph agency{at}["{name}"]', f'    act{at}["{step}"]']
        lines += ['    ask{"[[Fill in: a question to answer with Yes or No]]?"}'] * (at == 1)
        lines += ['    done(["[[Fill in: how the pathway ends]]"])'] * (at == len(agencies))
        lines.append("end")
        limits.append(f"| [[Fill in: what {name} does]] | Within 5 working days | Local target |")
    following = [*(f"act{at}" for at in range(2, len(agencies) + 1)), "done"]
    lines += ["start --> act1", "act1 --> ask", f"ask -->|Yes| {following[0]}"]
    lines.append('ask -->|No| other(["[[Fill in: what happens then]]"])')
    lines += [f"{one} --> {other}" for one, other in pairwise(following)]
    return lines, limits


def _instrument(answers: Answers, known: Known) -> dict[str, str]:
    is_key = not answers["key"].startswith("https://")
    return {
        "entry_key": answers["key"] if is_key else "",
        "entry_link": "" if is_key else answers["key"],
        "entry_nations": f"[{answers['nations']}]",
        "entry_standing": answers["standing"],
        "provisions": "".join(
            f"\n## {one} {{#{provision_id(one)}}}\n\n"
            "[[Fill in: what it asks of the services]] To be checked before adoption.\n"
            for one in answers["provisions"].split(", ")
        ),
    }


def _champions(answers: Answers, known: Known) -> dict[str, str]:
    agency, page = way("champions/a.md", answers["agency"]), _page(known, answers["agency"])
    return {
        "entry_agency": agency,
        "contacts": agency + "#contacts" * ("\n## Contacts\n" in page.text),
        "agency_name": page.title,
        "area": "Whole area",
        "topics": "[[Fill in: what to ask the champion about]]",
        "hours": "[[Fill in: days and hours]]",
    }


def _agency(answers: Answers, known: Known) -> dict[str, str]:
    signs = answers["kind"] == "signatory"
    return {
        "entry_kind": answers["kind"],
        "entry_signatory": "[[Fill in: the role that signs]]" if signs else "",
    }


def _page(known: Known, uri: str):
    return next(page for page in known.pages if page.uri == uri)


_PARTS: dict[str, tuple[Callable[[Known], list[Question]], Callable[[Answers, Known], dict]]] = {
    "pathway": (_for_pathway, _pathway),
    "instrument": (_for_instrument, _instrument),
    "champions": (_for_champions, _champions),
    "agency": (_for_agency, _agency),
    "section": (_for_section, lambda answers, known: {}),
}
"""What to ask for each kind, and what of the page follows from the answers: words by their names
in the kind's template, and entries of its front matter by their names after `entry_`."""
KINDS = tuple(_PARTS)
"""What can be made."""
