"""A protocol that is released has an accessibility statement.

The regulations ask for one on every public body's site, intranets included; without it people who
meet a barrier do not know whom to tell. SI 2018/952, regulation 8. Only `--release` looks for this.
"""

from __future__ import annotations

from collections.abc import Iterator

from handrail.finding import Fault, Place
from handrail.handbook import Handbook

ID = "statement-missing"
LEVEL = "error"
ACT = ()

_SHOWS = "accessibility statement"


def check_handbook(handbook: Handbook) -> Iterator[Fault]:
    """A fault where a release has no page that shows the statement, or one where the site was
    never audited."""
    if not handbook.settings.release:
        return
    pages = [
        p for p in handbook.pages if "shows" in p.fields and _SHOWS in p.fields["shows"].values
    ]
    if not pages:
        yield Fault(
            Place("mkdocs.yml"),
            "the protocol has no accessibility statement",
            f"write a page with this in its front matter: shows: {_SHOWS}",
        )
    elif not handbook.audit.examinations:
        yield Fault(
            pages[0].place_of("shows"),
            "the accessibility statement has nothing to say: the site was never audited",
            "build it, then: handrail check --html site --record audit.json",
        )
