"""Makes a new page that passes the check, from a template and a few answers."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from string import Template

from handrail.address import path_from
from handrail.write.ask import Answers
from handrail.write.known import Known, provision_id, uri_of
from handrail.write.questions import FOLDERS
from handrail.write.source import scalar

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


def make(kind: str, answers: Answers, known: Known) -> NewPage:
    """The page that the answers describe."""
    fields = dict(answers) | _PARTS[kind](answers, known)
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


def _pathway(answers: Answers, known: Known) -> dict[str, str]:
    law, _, anchor = answers["law"].partition("#")
    instrument = next(one for one in known.instruments if one.page.uri == law)
    heading = next(one.heading for one in instrument.provisions if one.id == anchor)
    steps, limits = _steps(answers["agencies"].split("; "))
    return {
        "steps": "\n".join(f"    {line}" for line in steps),
        "limits": "\n".join(limits),
        "law": path_from(_uri("pathway", answers), answers["law"]),
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
    agency, page = path_from("champions/a.md", answers["agency"]), known.page(answers["agency"])
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


_PARTS: dict[str, Callable[[Answers, Known], dict[str, str]]] = {
    "pathway": _pathway,
    "instrument": _instrument,
    "champions": _champions,
    "agency": _agency,
    "section": lambda answers, known: {},
}
"""What of the page follows from the answers: words by their names in the kind's template, and
entries of its front matter by their names after `entry_`."""
