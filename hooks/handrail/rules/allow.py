"""Exceptions that writers allow on the spot: `<!-- allow RULE: reason -->` before the block or on
the line, `%% allow RULE: reason` inside a diagram."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handrail.finding import Finding, Place
from handrail.page import Page

_ALLOW = re.compile(r"(?:<!--|%%)\s*allow\s+(?P<rule>[\w-]+)\s*:?\s*(?P<reason>.*?)\s*(?:-->|$)")
_FENCE = re.compile(r"[ >]*(`{3,}|~{3,})")


@dataclass(frozen=True)
class Exemption:
    """One exception."""

    rule: str
    """ID of the rule that may find something here."""
    reason: str
    """Why; empty where the writer gave none."""
    place: Place
    """Where it stands."""
    last_line: int
    """Last line it covers, counted from its own."""

    def covers(self, finding: Finding) -> bool:
        """True where the finding is of this rule and in the lines covered."""
        return (
            finding.rule == self.rule
            and finding.place.path == self.place.path
            and self.place.line <= finding.place.line <= self.last_line
        )


def apply(findings: Iterable[Finding], pages: Iterable[Page], rules: frozenset[str]) -> list[Finding]:
    """The findings that no exception covers, and what is wrong with the exceptions.

    `rules` are the IDs that exist.
    """
    exemptions = [exemption for page in pages for exemption in _read(page)]
    reasoned = [exemption for exemption in exemptions if exemption.reason]
    kept, used = [], set()
    for finding in findings:
        covering = [exemption for exemption in reasoned if exemption.covers(finding)]
        used.update(covering)
        kept.extend([] if covering else [finding])
    return [*kept, *_wrong(exemptions, used, rules)]


def _wrong(exemptions: list[Exemption], used: set, rules: frozenset[str]) -> Iterator[Finding]:
    for exemption in exemptions:
        if not exemption.reason:
            yield _finding(
                "allow-without-reason",
                exemption,
                f'the exception for "{exemption.rule}" gives no reason',
                f"write why: <!-- allow {exemption.rule}: reached by phone only -->",
            )
        elif exemption.rule not in rules:
            message = f'there is no rule "{exemption.rule}" to allow'
            yield _finding("allow-unused", exemption, message, "correct the rule's name")
        elif exemption not in used:
            message = f'the exception for "{exemption.rule}" is not needed any more'
            yield _finding("allow-unused", exemption, message, "remove it")


def _finding(rule: str, exemption: Exemption, message: str, help: str) -> Finding:
    return Finding(exemption.place, rule, "error", message, help)


def _read(page: Page) -> Iterator[Exemption]:
    if "allow " not in page.text:
        return
    lines = page.text.split("\n")
    for index, line in enumerate(lines):
        for match in _ALLOW.finditer(line):
            place = page.place(index + 1, match.start() + 1)
            yield Exemption(match["rule"], match["reason"], place, _end(lines, index) + 1)


def _end(lines: list[str], index: int) -> int:
    """Index of the last line of the block on or after `index`."""
    at = index
    if not _ALLOW.sub("", lines[index]).strip(" ->"):
        at = next((i for i in range(index + 1, len(lines)) if lines[i].strip()), index)
    fence = _FENCE.match(lines[at])
    for end in range(at + 1, len(lines)):
        if fence and lines[end].strip() == fence.group(1):
            return end
        if not fence and not lines[end].strip():
            return end - 1
    return len(lines) - 1
