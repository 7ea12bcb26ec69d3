"""What a check says about one place in one file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Place:
    """Where something stands, as an editor would look for it."""

    path: str
    """Path from the project's folder, with forward slashes: `docs/pathways/crisis.md`."""
    line: int = 1
    """1-based line in that file."""
    column: int = 1
    """1-based column in that line, counted in characters."""

    def moved(self, lines: int, column: int) -> Place:
        """The place `lines` further down the same file, at `column`."""
        return Place(self.path, self.line + lines, column)


@dataclass(frozen=True)
class Fault:
    """What a rule yields: the place, the fact, and one way to mend it."""

    place: Place
    """Where the writer should look."""
    message: str
    """The fact, in the writer's own words where there are any."""
    help: str
    """One thing to do about it."""


@dataclass(frozen=True)
class Unread:
    """Something a reader could not make sense of and kept for a rule to report."""

    rule: str
    """The ID of the rule that reports it."""
    fault: Fault
    """What is wrong, where, and how to mend it."""


@dataclass(frozen=True, order=True)
class Finding:
    """A fault together with the rule that found it. Sorts by place."""

    place: Place
    """Where the writer should look."""
    rule: str
    """The rule's ID, such as `step-dead-end`."""
    level: str
    """`error` stops a build; `warning` stops a strict build."""
    message: str
    """The fact."""
    help: str
    """One way to mend it."""
    act: tuple[str, ...] = ()
    """IDs of the ACT rules (W3C accessibility conformance testing) this stands for."""


def stops(findings: Iterable[Finding], strict: bool) -> bool:
    """True where a build stops at what was found."""
    return any(strict or finding.level == "error" for finding in findings)
