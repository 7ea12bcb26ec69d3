"""What was found when the published site was examined for accessibility."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

FILE = "audit.json"
"""Where the results stand in the project's folder."""

FULLY, PARTIALLY, NOT = "fully compliant", "partially compliant", "not compliant"
"""The words that the regulations have for it."""


@dataclass(frozen=True)
class Failure:
    """One thing that shuts people out."""

    rule: str
    """The name of the rule that it breaks, such as `image-without-alt`."""
    page: str
    """The page of the site, as its file."""
    says: str
    """What is wrong there."""


@dataclass(frozen=True)
class Examination:
    """One way in which the site was examined, and what came of it."""

    by: str
    """The program, or the people by their role: `axe-core 4.11`, `Two members of staff`."""
    how: str
    """What they did, in words for readers of the statement."""
    day: date
    """When."""
    pages: int
    """How many pages they looked at."""
    by_people: bool = False
    """True where people did it. No program can find everything."""
    failures: tuple[Failure, ...] = ()
    """What they found."""


@dataclass(frozen=True)
class Audit:
    """All that was measured. It can say no more than that."""

    examinations: tuple[Examination, ...] = ()
    """Each way in which the site was examined, once."""
    unread: str = ""
    """What is wrong with the file, where it could not be read."""

    @property
    def failures(self) -> tuple[Failure, ...]:
        """Everything that was found."""
        return tuple(failure for one in self.examinations for failure in one.failures)

    def status(self, problems: int) -> str:
        """How far the site meets the standard; empty where nothing was measured.

        `problems` is how many the publisher tells of beside those that were found. A site in which
        most pages of an examination fail is not compliant. Full compliance can be said only of one
        that people have examined too.
        """
        if not self.examinations:
            return ""
        if any(2 * len({f.page for f in one.failures}) > one.pages for one in self.examinations):
            return NOT
        people = any(one.by_people for one in self.examinations)
        return FULLY if people and not self.failures and not problems else PARTIALLY
